import { ProcessTemplate } from './define.ts'
import nineSteps from './nine-steps.json' with { type: 'json' }
import nordic from './nordic.json' with { type: 'json' }
import skr from './skr.json' with { type: 'json' }

export const templates: readonly ProcessTemplate[] = [skr, nineSteps, nordic].map((data) =>
  ProcessTemplate.parse(data),
)

export const templateOf = (id: string): ProcessTemplate | undefined =>
  templates.find((template) => template.id === id)
