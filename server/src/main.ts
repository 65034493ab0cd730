/** One program for both places it runs in: a process of Node.js, and the worker of a browser, which has no `process`. */
void (typeof process === 'undefined' ? import('./main.web.ts') : import('./main.node.ts'))
