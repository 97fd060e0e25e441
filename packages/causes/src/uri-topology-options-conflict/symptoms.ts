import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-topology-options-conflict',
  confirm:
    'Keep the option that fits the deployment: directConnection for one server, replicaSet for a set, loadBalanced for a balancer that says so.',
  symptoms: [
    {
      driver: 'node',
      pattern: /directConnection option requires exactly one host/,
      certainty: 'certain',
      sample: 'MongoParseError: directConnection option requires exactly one host',
    },
    {
      driver: 'node',
      pattern: /SRV URI does not support directConnection/,
      certainty: 'certain',
      sample: 'MongoAPIError: SRV URI does not support directConnection',
    },
    {
      driver: 'node',
      pattern: /loadBalanced option (?:only supported with a single host|not supported)/,
      certainty: 'certain',
      sample: 'MongoParseError: loadBalanced option not supported with a replicaSet option',
    },
    {
      driver: 'node',
      pattern:
        /Cannot (?:use|combine) (?:srvMaxHosts option with replicaSet|replicaSet option with srvMaxHosts)/,
      certainty: 'certain',
      sample: 'MongoParseError: Cannot use srvMaxHosts option with replicaSet',
    },
    {
      driver: 'node',
      pattern: /Cannot use srv\w{1,20}(?:, srv\w{1,20}){0,3} with a non-srv connection string/,
      certainty: 'certain',
      sample: 'MongoParseError: Cannot use srvMaxHosts with a non-srv connection string',
    },
    {
      driver: 'node',
      pattern:
        /Single option (?:is )?(?:not )?supported with (?:a )?multiple hosts|Cannot combine [^\n]{0,60}directConnection/i,
      certainty: 'certain',
      sample: 'MongoParseError: Cannot combine replicaSet option with directConnection',
    },
    {
      driver: 'any',
      pattern:
        /Cannot specify (?:multiple hosts with directConnection=true|directConnection=true with multiple hosts)|directConnection=true with multiple|(?:direct connection|directConnection)[^\n]{0,40}(?:cannot|can not|must not|may not)[^\n]{0,60}(?:SRV|multiple|more than one|host)/i,
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: Cannot specify multiple hosts with directConnection=true',
    },
    {
      driver: 'any',
      pattern:
        /Cannot specify (?:replicaSet|directConnection) with loadBalanced|loadBalanced=true (?:cannot|can not)|loadBalanced[^\n]{0,40}(?:cannot|can not|must not|may not)[^\n]{0,60}(?:multiple|replica|direct|srvMaxHosts)|Cannot specify replicaSet with srvMaxHosts|srvMaxHosts[^\n]{0,60}(?:cannot|can not|must not|may not)/i,
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: Cannot specify replicaSet with loadBalanced=true',
    },
    {
      driver: 'go',
      pattern:
        /a direct connection cannot be made (?:if|when)|loadBalanced cannot be set to true|srvMaxHosts cannot be/,
      certainty: 'certain',
      sample: 'a direct connection cannot be made if multiple hosts are specified',
    },
    {
      driver: 'java',
      pattern:
        /(?:directConnection|loadBalanced|srvMaxHosts)[^\n]{0,60}(?:can not|cannot|must not)|Direct connections are not supported when using/i,
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: directConnection=true can not be specified with multiple hosts',
    },
    {
      driver: 'rust',
      pattern:
        /cannot specify [^\n]{0,60}directConnection|direct connections? (?:cannot|can't)|load ?balanced[^\n]{0,60}(?:cannot|can't|can not)/i,
      certainty: 'certain',
      sample:
        'Error: Kind: An invalid argument was provided: cannot specify multiple seeds with directConnection=true',
    },
    {
      driver: 'csharp',
      pattern: /(?:DirectConnection|LoadBalanced)[^\n]{0,40}(?:cannot be used|is not allowed|can't be)/i,
      certainty: 'certain',
      sample:
        'System.ArgumentException: DirectConnection cannot be used with multiple hosts or with the mongodb+srv scheme',
    },
    {
      driver: 'c',
      pattern:
        /Multiple seeds not allowed with directConnection option|SRV URI not allowed with directConnection|URI with "?loadbalanced"? (?:enabled )?must not/i,
      certainty: 'certain',
      weight: 1,
      sample: 'Multiple seeds not allowed with directConnection option.',
    },
    {
      driver: 'any',
      pattern:
        /Conflicting client options: direct_connection|direct_connection[ =]true cannot be used with|Cannot specify multiple (?:hosts|seeds) with loadBalanced|srv(?:MaxHosts|ServiceName|AllowedHostsSuffix|_max_hosts)\b[^\n]{0,20} (?:option )?(?:is only (?:allowed|supported) with|can only be used with|cannot be specified with a non-SRV)|cannot specify srv\w{4,20} on non-SRV|Specifying srv(?:MaxHosts|ServiceName|AllowedHostsSuffix) (?:when|is only)|Direct connect cannot be used with|Load balanced mode cannot be used|ReplicaSetName cannot be used with load balanced|cannot use SRV-style URI with directConnection|cannot specify loadBalanced with srvMaxHosts|Cannot limit srv hosts with loadBalanced|options connect=\w{1,20} and directConnection=\w{1,6} conflict/i,
      certainty: 'certain',
      weight: 1,
      sample:
        'MongoDB.Driver.MongoConfigurationException: Direct connect cannot be used with multiple host names.',
    },
    {
      driver: 'java',
      pattern:
        /srv(?:MaxHosts|ServiceName) can only be specified with mongodb\+srv|(?:replicaSet|Only one host|srvMaxHosts) can (?:not )?be specified with (?:loadBalanced=true|replica set name)|Multiple hosts cannot be specified when (?:using ClusterType\.STANDALONE|in load balancing mode)|Can not directly connect to more than one server|Can not set both hosts and srvHost|only ClusterType\.UNKNOWN and ClusterType\.REPLICA_SET are valid/,
      certainty: 'certain',
      weight: 1,
      sample: 'java.lang.IllegalArgumentException: replicaSet can not be specified with loadBalanced=true',
    },
  ],
}
