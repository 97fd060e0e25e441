import { endpointOf } from '@mongowhy/core'
import type { DiagnoseOptions, Evidence } from '@mongowhy/core'
import type { Recorder } from '@mongowhy/probes'

/** What has been seen by now, as evidence. */
export function evidenceOf(
  recorder: Recorder,
  options: DiagnoseOptions,
  source: string,
  takenAt: string,
): Evidence {
  return {
    format: 1,
    takenAt,
    options: {
      offline: options.offline,
      stageTimeoutMs: options.stageTimeoutMs,
      resolvers: options.resolvers,
      writeCheck:
        options.writeCheck === null
          ? null
          : `${options.writeCheck.database}.${options.writeCheck.collection}`,
      control: controlText(options),
      prove: options.prove,
      repeat: options.repeat,
      source,
    },
    looks: recorder.looks(),
  }
}

function controlText({ control }: DiagnoseOptions): string | null {
  if (control === null) return null
  return control.port === null ? control.host : endpointOf(control.host, control.port)
}
