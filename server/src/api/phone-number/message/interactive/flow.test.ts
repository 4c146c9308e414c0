import { ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, lengths, limits, rows, x } from '../tables.test-util.ts'
import { booking, kind } from './samples.test-util.ts'

const flow = (changes: Body) => kind('flow')({ action: { name: 'flow', parameters: { ...booking, ...changes } } })

limits('a flow', [{ of: 'flow_cta', make: n => flow({ flow_cta: x(n) }), max: 30, above: lengths('Flow CTA', 1, 30) }])

rows('a flow', [
  ['is named by id', flow({})],
  ['is named by name', flow({ flow_id: undefined, flow_name: 'a' })],
  ['is not named twice', flow({ flow_name: 'a' }), ValueNotValid('flow_id and flow_name cannot be used together')],
  [
    'has to be named',
    flow({ flow_id: undefined }),
    ParameterRequired("interactive['action']['parameters']['flow_id']"),
  ],
  ['has version 3', flow({ flow_message_version: '4' }), ValueNotValid('flow_message_version must be "3"')],
  ['may give its version as a number', flow({ flow_message_version: 3 })],
  ['may have data for its first screen', flow({ flow_action_payload: { screen: 'A', data: { a: 1 } } })],
  ['may have them as JSON text', flow({ flow_action_payload: { screen: 'A', data: '{"a":1}' } })],
  [
    'has no empty data',
    flow({ flow_action_payload: { screen: 'A', data: {} } }),
    ValueNotValid('flow_action_payload data must be dynamic_object'),
  ],
  [
    'has no data when its endpoint supplies them',
    flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
    ValueNotValid('flow_action_payload cannot be used with flow_action data_exchange'),
  ],
])
