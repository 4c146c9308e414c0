import { templateBarred } from '../../domain/accounts/barred.ts'
import {
  DirectTemplateNotEditable,
  InvalidParameter,
  ManagementRateExceeded,
  PolicyBlocked,
} from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import {
  editChecks,
  editDraft,
  HandleNotUsable,
  priceAddable,
  quietChanges,
  StatusCannotChange,
  saysNothing,
} from '../../domain/templates/index.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { checkHandles } from '../account/template/check-handles.ts'
import { EditTemplate } from '../account/template/edit.ts'
import { priceEditTake } from '../account/template/facts.ts'
import { edited, quietlyEdited } from './edited.ts'
import { TemplateNode } from './node.ts'

export const editTemplate = operation({
  on: TemplateNode,
  method: 'POST',
  name: 'editTemplate',
  summary:
    'Replace components, category or lifetime of a template; it goes into review again. Or change the highest price, or ' +
    'whether links are tracked.',
  docs: 'templates/template-management',
  access: ['whatsapp_business_management'],
  params: EditTemplate,
  returns: Success,
  refusals: [
    DirectTemplateNotEditable,
    InvalidParameter(),
    StatusCannotChange,
    PolicyBlocked,
    HandleNotUsable,
    ManagementRateExceeded,
  ],
}).run(async call => {
  const { node: template, params, read, now, exhausted } = call
  if (template.auto_generated) throw new Refused(DirectTemplateNotEditable)
  if (saysNothing(params)) throw new Refused(InvalidParameter(NOTHING))
  const unpriced = priceAddable(template, params)
  if (unpriced) throw new Refused(unpriced)
  const quiet = quietChanges(template, params)
  if (quiet) {
    if (exhausted.has('price edits')) throw new Refused(ManagementRateExceeded)
    if (quiet.optimization_spec) call.take(priceEditTake(template.id, now))
    await stageTemplate(call, template, quietlyEdited(template, quiet, now))
    return success
  }
  const draft = editDraft(template, params)
  const account = await read.accounts.find(template.account_id)
  const barred = account && templateBarred(account, draft.category, now)
  const refusal = barred ?? firstRefusal(editChecks, draft, template, now)
  if (refusal) throw new Refused(refusal)
  const businessId = account?.business_id ?? ''
  await checkHandles(draft.components, { read, businessId, now, before: template.components })
  await stageTemplate(call, template, edited(template, draft, now))
  return success
})

const NOTHING = 'The edit changes nothing: give components, category or another member that can be changed.'
