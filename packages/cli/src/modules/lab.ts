// `mongowhy/lab`: broken deployments on loopback, for the tests of an application.
export * from '@mongowhy/lab'
