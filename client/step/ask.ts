import type { StepId } from '../../shared/ids.ts'

/** What a step's menu and buttons ask the page to open; the page answers with the right dialog. */
export interface StepAsk {
  readonly is:
    | 'agree'
    | 'review'
    | 'reopen'
    | 'pause'
    | 'version'
    | 'proposals'
    | 'structure'
    | 'sendProposal'
    | 'discardProposal'
  readonly stepId: StepId
}

export type OnAsk = (ask: StepAsk) => void
