import { invalid } from '../judge-for-tests.ts'
import { BodyFormat, LeadingOrTrailing, MissingFields, TooManyVariables } from '../refusals.ts'
import { type Changes, parts, rows, withBody } from './tables.test-util.ts'

const named = (text: string, ...names: string[]): Changes => ({
  parameter_format: 'NAMED',
  components: [
    {
      type: 'BODY',
      text,
      example: { body_text_named_params: names.map(param_name => ({ param_name, example: 'x' })) },
    },
  ],
})
const sampled = (body_text: unknown) => parts({ type: 'BODY', text: 'Here for you is {{1}}.', example: { body_text } })
const noExample = MissingFields('BODY', 'example')
const notCorrect = invalid('The variables of the body are not written correctly. Write {{1}} or {{name}}.')
const notLowerCase = invalid('The variables of the body must have lower case names, as parameter_format is NAMED.')

rows('where variables stand', [
  ['nothing but one', withBody('{{1}}', 'a'), BodyFormat],
  ['nothing but two', withBody('{{1}} {{2}}', 'a', 'b'), BodyFormat],
  ['one at the start', withBody('{{1}} is here for you', 'a'), LeadingOrTrailing],
  ['one at the end', withBody('Here for you is {{1}}', 'a'), LeadingOrTrailing],
  ['one before the full stop', withBody('Here for you is {{1}}.', 'a')],
  ['4 words for one', withBody('Here for all is {{1}}.', 'a')],
  ['3 words for one', withBody('Here now is {{1}}.', 'a')],
  ['2 words for one', withBody('Here is {{1}}.', 'a'), TooManyVariables],
  ['6 words for two', withBody('One two three four five {{1}} and {{2}}.', 'a', 'b')],
  ['5 words for two', withBody('One two three {{1}} four {{2}} five', 'a', 'b')],
  ['4 words for two', withBody('One two three {{1}} and {{2}}.', 'a', 'b'), TooManyVariables],
  ['words that no blanks part', withBody('您的订单号是 {{1}}，请查收。', 'a')],
])

rows('how variables are written', [
  [
    'a number left out',
    withBody('Here for you is {{2}}.', 'a'),
    invalid('The variables of the body must be numbered from {{1}} without gaps.'),
  ],
  ['a brace left out', withBody('Here for you is {{1}.', 'a'), notCorrect],
  ['two braces left out', withBody('Here for you is {{1.', 'a'), notCorrect],
  ['a sign in one', withBody('Here for you is {{$1}}.', 'a'), notCorrect],
  ['another sign in one', withBody('Here for you is {{#1}}.', 'a'), notCorrect],
  [
    'a name among numbers',
    withBody('Here for you all is {{name}}.', 'a'),
    invalid('The variables of the body must be numbers, as parameter_format is POSITIONAL.'),
  ],
  ['names', named('Thank you so much {{first_name}}!', 'first_name')],
  ['a number among names', named('Thank you so much {{1}}!', '1'), notLowerCase],
  ['a name with a capital', named('Thank you so much {{Name}}!', 'Name'), notLowerCase],
])

rows('samples of variables', [
  ['one in a list of lists', sampled([['a']])],
  ['one in a list', sampled(['a'])],
  ['one alone', sampled('a')],
  ['none', withBody('Here for you is {{1}}.'), noExample],
  ['one too few', withBody('One two three {{1}} four {{2}} five', 'a'), noExample],
  ['none of a name', named('Thank you so much {{first_name}}!'), noExample],
  ['one of another name', named('Thank you so much {{first_name}}!', 'other'), noExample],
])
