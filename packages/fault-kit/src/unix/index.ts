export { abandonedUnixSocket, serveUnixSocket } from './serve-unix-socket.ts'
