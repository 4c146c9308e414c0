import { invalid } from '../judge-for-tests.ts'
import { MissingFields } from '../refusals.ts'
import { FLOW, rows, withButtons } from './tables.test-util.ts'

const screens = (...ids: string[]) => JSON.stringify({ version: '7.0', screens: ids.map(id => ({ id })) })
const flow = (more: object) => withButtons({ type: 'FLOW', text: 'Begin', ...more })
const noScreens = invalid('flow_json must be a flow with screens.')

rows('a button that begins a flow', [
  ['by its id', withButtons(FLOW)],
  ['by its name', flow({ flow_name: 'sign_up' })],
  ['by its JSON', flow({ flow_json: screens('A'), navigate_screen: 'A' })],
  ['by nothing', flow({}), MissingFields('BUTTONS', 'flow_id')],
  [
    'by two of them',
    withButtons({ ...FLOW, flow_name: 'sign_up' }),
    invalid('A button of type FLOW takes one of flow_id, flow_name and flow_json.'),
  ],
  ['without screens', flow({ flow_json: '{}' }), noScreens],
  ['that is no JSON', flow({ flow_json: '{' }), noScreens],
  [
    'at a screen that it does not have',
    flow({ flow_json: screens('A'), navigate_screen: 'B' }),
    invalid('The flow has no screen B.'),
  ],
  [
    'at a screen, and at that which an endpoint names',
    withButtons({ ...FLOW, flow_action: 'data_exchange', navigate_screen: 'A' }),
    invalid('navigate_screen is for the flow_action navigate only.'),
  ],
])
