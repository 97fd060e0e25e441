import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'server-not-started',
  confirm: `Read the last lines of the server's own log (\`journalctl -u mongod\`, /var/log/mongodb/mongod.log, \`docker logs\`): the line with "s":"F" or "E" names the reason.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Data directory[^\n]{0,80}not found|Unable to (?:lock|create\/open) (?:the )?(?:lock )?file|DBPathInUse|NonExistentPath|Attempted to create a lock file on a read-only directory|Failed to (?:set up listener|unlink socket)|unsupported WiredTiger file version|IncompatibleServerVersion|Wrong mongod version|UPGRADE PROBLEM|Found an invalid featureCompatibilityVersion|exception in initAndListen|Fatal assertion \d|\bfassert\(\)|permissions on [^\n]{1,160} are too open|Unable to acquire security key|Detected data files in [^\n]{1,120} created by/i,
      certainty: 'certain',
      weight: 3,
      sample:
        '{"t":{"$date":"2024-03-01T10:00:00Z"},"s":"E","c":"CONTROL","id":20557,"msg":"DBException in initAndListen, terminating","attr":{"error":"NonExistentPath: Data directory /data/db not found."}}',
    },
    {
      driver: 'any',
      pattern:
        /Address already in use|WiredTiger (?:error|metadata corruption|message)[\s\S]{0,300}(?:Permission denied|corrupt\w{0,4}|No such file|Operation not permitted|File exists|error)|couldn't connect[^\n]{0,20}mongod\.lock|old lock file|dbexit: {1,2}(?:rc: )?(?!\s*(?:shutdown called|really exiting))|Error (?:parsing|reading|opening) (?:YAML )?config|shutting down with code:? ?(?!0\b)|keyFile[^\n]{0,80}(?:error|too open|bad)|InvalidPath|failed to start[^\n]{0,30}MongoDB|mongod\.service[^\n]{0,80}(?:failed|Failed)|Storage engine[^\n]{0,60}(?:fail\w{0,3}|not (?:compiled|available|supported))/i,
      with: [/mongo|"c":"|(?:^|\n)c: [A-Z]|initandlisten/i],
      unless: [/EADDRINUSE[^\n]{0,60}:(?!2701\d)\d{2,5}\b/],
      certainty: 'likely',
      weight: 4,
      sample:
        '{"s":"E","c":"WT","id":22435,"ctx":"initandlisten","msg":"WiredTiger error message","attr":{"message":{"msg":"__posix_open_file: handle-open: open","error_str":"File exists"}}} mongod',
    },
    {
      driver: 'any',
      pattern:
        /"s":"F",? {0,4}"c":"|\bF {1,3}(?:CONTROL|STORAGE|ASSERT|-) {1,8}\[|Got signal: \d{1,2} \(|aborting after (?:invariant|fassert)|(?:^|\n)s: F\n/,
      certainty: 'likely',
      weight: 2,
      sample: `{"s":"F",  "c":"CONTROL",  "id":6384300, "ctx":"initandlisten","msg":"Writing fatal message","attr":{"message":"Got signal: 6 (Aborted)."}}`,
    },
    {
      driver: 'any',
      pattern: 'exit:100',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 4,
      sample: 'mongod.service: Main process exited, code=exited, status=100/n/a',
    },
    {
      driver: 'any',
      pattern: 'exit:14',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 4,
      sample: 'mongodb exited with code 14',
    },
    {
      driver: 'any',
      pattern: 'exit:62',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 4,
      sample: 'mongodb exited with code 62',
    },
    {
      driver: 'any',
      pattern: 'exit:48',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 4,
      sample: 'mongod exited with code 48',
    },
    {
      driver: 'any',
      pattern: 'exit:2',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'mongo exited with code 2',
    },
    {
      driver: 'any',
      pattern: 'exit:1',
      with: [/mongod|mongodb/i],
      certainty: 'likely',
      weight: 2,
      sample: 'mongod.service: Main process exited, code=exited, status=1/FAILURE',
    },
    {
      driver: 'any',
      pattern: 'exit:137',
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'mongodb exited with code 137 (OOMKilled)',
    },
    {
      driver: 'any',
      pattern:
        /\bmongod?b?\.service\b[^\n]{0,60}(?:inactive|not running|stopped|failed|dead|Failed)|Active: (?:failed|inactive)[^\n]{0,40}|Job for mongod\.service failed|ERROR: child process failed|Unit mongod\.service (?:not found|could not be found|is masked)|The MongoDB Server[^\n]{0,60}(?:could not be started|terminated)|System error 1067|net start MongoDB/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 2,
      sample: `mongod.service - MongoDB Database Server
 Active: failed (Result: exit-code) mongod.service: Failed with result 'exit-code'. ERROR: child process failed, exited with 100`,
    },
    {
      driver: 'any',
      pattern: /ERROR: child process failed, exited with \d{1,3}/,
      certainty: 'likely',
      weight: 2,
      sample: 'ERROR: child process failed, exited with 1',
    },
    {
      driver: 'mongod',
      pattern: /initandlisten[^\n]{0,400}(?:No space left on device|WiredTiger error)/,
      certainty: 'likely',
      weight: 5,
      sample: `{"s":"E","c":"STORAGE","id":22435,"ctx":"initandlisten","msg":"WiredTiger error","attr":{"error":28,"message":"/data/db/WiredTiger.turtle: No space left on device"}}`,
    },
  ],
}
