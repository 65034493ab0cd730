import { spawn } from 'node:child_process'

/** Opens an address in the browser of the desktop, where there is a desktop. @param {string} url */
export function openInDesktop(url) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url]
  if (command === 'xdg-open' && !DISPLAY && !WAYLAND_DISPLAY) return
  // The address is printed as well, so a desktop without such a command loses nothing.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
