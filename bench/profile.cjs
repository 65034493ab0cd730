// Loaded before a program whose time is to be looked at: from the start, or from the first SIGUSR2, to the next one.
const { writeFileSync } = require('node:fs')
const { Session } = require('node:inspector')
const process = require('node:process')

const session = new Session()
session.connect()
let running = false

function start() {
  running = true
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: 200 })
  session.post('Profiler.start')
}

function stop() {
  running = false
  session.post('Profiler.stop', (_, { profile }) => {
    writeFileSync(process.env['PROFILE_TO'], JSON.stringify(profile))
  })
}

process.on('SIGUSR2', () => (running ? stop() : start()))
if (process.env['PROFILE_FROM'] === 'start') start()
