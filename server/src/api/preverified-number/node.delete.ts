import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { PreverifiedNumberNode } from './node.ts'

export const deletePreverifiedNumber = operation({
  on: PreverifiedNumberNode,
  method: 'DELETE',
  name: 'deletePreverifiedNumber',
  summary: 'Take a number off the list of pre-verified ones.',
  docs: 'embedded-signup/pre-verified-numbers',
  access: ['business_management'],
  params: NoParams,
  returns: Success,
}).run(async ({ node: number, stage }) => {
  stage.preverifiedNumbers.remove(number.id)
  stage.dropNode(number.id)
  return success
})
