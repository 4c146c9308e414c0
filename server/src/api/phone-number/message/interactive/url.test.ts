import { NotAUri } from '../../../../domain/catalogue.ts'
import { lengths, limits, rows, x } from '../tables.test-util.ts'
import { kind, link } from './samples.test-util.ts'

const url = (...parts: Parameters<typeof link>) => kind('cta_url')({ action: link(...parts) })
const notAUri = NotAUri("interactive['action']['parameters']['url']")

limits('a link button', [{ of: 'display_text', make: n => url(x(n)), max: 20, above: lengths('Display text', 1, 20) }])

rows('a link button', [
  ['needs an address', url('Open', 'a.example'), notAUri],
  ['opens web pages only', url('Open', 'mailto:a@a.example'), notAUri],
])
