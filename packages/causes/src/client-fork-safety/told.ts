import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'client-fork-safety',
  title: 'The client was created before the process forked',
  shownBy: 'error-text',
  explanation: says`A client holds sockets, locks and background threads. After a fork the child has copies of the sockets and none of the threads: commands hang, replies reach the wrong process, and elections go unnoticed.`,
  steps: [
    says`Create the client after the fork: in gunicorn's post_fork, uWSGI's @postfork, Celery's worker_process_init, or on first use in each worker.`,
    says`Do not preload the application with a connected client (gunicorn --preload, uWSGI without lazy-apps = true).`,
    says`Where libraries connect on import, connect on first use instead, and keep one client for each process.`,
  ],
  confirm: says`Log the process id where the client is created and where it is used: if they differ, it is this.`,
})
