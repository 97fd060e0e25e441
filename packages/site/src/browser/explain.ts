// Bundled for browsers as it is: what is pasted into the search box is explained where it was pasted.
export { explain } from '@mongowhy/explain'
