import type { StepState } from '../../shared/board/model.ts'
import type { Locale } from '../../shared/locale.ts'
import norwegian from '../../shared/samples/nb-havdalsnes.json?url'
import swedish from '../../shared/samples/sv-almsjobacka.json?url'
import type { HomeKey } from '../../shared/messages/format.ts'

/* The plans to look round in: one for each country that the processes come from. */

export interface Demo {
  readonly file: string
  readonly text: HomeKey
  /** As they stand in the file. */
  readonly steps: readonly { readonly name: HomeKey; readonly is: StepState['is'] }[]
}

const almsjobacka: Demo = {
  file: swedish,
  text: 'home.demoText',
  steps: [
    { name: 'home.demoMission', is: 'agreed' },
    { name: 'home.demoGoals', is: 'inReview' },
    { name: 'home.demoResources', is: 'open' },
    { name: 'home.demoActions', is: 'open' },
  ],
}

const havdalsnes: Demo = {
  file: norwegian,
  text: 'home.demoTextNorwegian',
  steps: [
    { name: 'home.demoPurpose', is: 'agreed' },
    { name: 'home.demoAnchoring', is: 'agreed' },
    { name: 'home.demoInsight', is: 'agreed' },
    { name: 'home.demoAnalysis', is: 'agreed' },
    { name: 'home.demoStakeholders', is: 'agreed' },
    { name: 'home.demoPreconditions', is: 'open' },
    { name: 'home.demoKnowledge', is: 'agreed' },
    { name: 'home.demoGoals', is: 'inReview' },
    { name: 'home.demoReview', is: 'open' },
  ],
}

/** In the reader's own language where there is one. */
export const demoFor = (locale: Locale): Demo => (locale === 'nb' ? havdalsnes : almsjobacka)
