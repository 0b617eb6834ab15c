import type { Board, Question, Section, Step } from './model.ts'

/* The plan's own words in its process: `initiativeName` is what the plan calls what it is about. */

type Variables = Board['variables']

/** Characters in a title, and in any other text of the process. */
export const textLimit = { title: 1000, text: 5000 } as const

/**
 * The plan with these words of its own. Where the old ones stand in a step that is not agreed, the new ones stand;
 * within a longer word they mean something else. What the plan has no such variable for is not taken.
 */
export const withVariables = (board: Board, given: Variables): Board => {
  // Looked up among what is given alone: a variable may be called `constructor`.
  const known = new Map(Object.entries(given))
  const variables = Object.fromEntries(
    Object.entries(board.variables).map(([name, words]) => [name, known.get(name) ?? words]),
  )
  const say = replacing(board.variables, variables)
  const steps = board.steps.map((step) => (step.state.is === 'agreed' ? step : reworded(step, say)))
  return { ...board, variables, steps }
}

/** Whether all texts of the process are as short as they have to be. */
export const isWithinLimits = ({ steps }: Board): boolean =>
  steps.every(
    (step) =>
      [step, ...step.sections].every(({ title }) => title.length <= textLimit.title) &&
      [step.description, step.deliverable, ...step.sections.map(({ prompt }) => prompt)]
        .concat(step.questions.flatMap(({ text, original }) => [text, original?.text ?? '']))
        .every((text) => text.length <= textLimit.text),
  )

type Say = (text: string) => string

/** All at once, so that two names may change places; the longest first, where one begins with another. */
const replacing = (before: Variables, after: Variables): Say => {
  const changed = new Map(
    Object.entries(before).flatMap(([name, old]) => {
      const words = after[name] ?? old
      return old.trim() === '' || words === old ? [] : [[old, words] as const]
    }),
  )
  if (changed.size === 0) return (text) => text
  const either = [...changed.keys()].sort((a, b) => b.length - a.length).map(literally)
  const old = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?=s?(?![\\p{L}\\p{N}]))`, 'gu')
  return (text) => text.replaceAll(old, (one) => changed.get(one) ?? one)
}

const literally = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const reworded = (step: Step, say: Say): Step => ({
  ...step,
  title: say(step.title),
  description: say(step.description),
  deliverable: say(step.deliverable),
  questions: step.questions.map((question) => rewordedQuestion(question, say)),
  sections: step.sections.map((section): Section => ({
    ...section,
    title: say(section.title),
    prompt: say(section.prompt),
  })),
})

const rewordedQuestion = (question: Question, say: Say): Question => ({
  ...question,
  text: say(question.text),
  ...(question.original && { original: { ...question.original, text: say(question.original.text) } }),
})
