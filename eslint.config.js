import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/*
 * What the house asks of its code, told by the machine: who may import whom, what a file may reach, how long and
 * how deep things get. A rule is switched off for a line only with its reason: `-- reason: …` in the comment.
 */

const letters = '/\\p{L}/u'
const spoken =
  '/^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|label|placeholder|title)$/'

const reasoned = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Say why: `// reason: …` here or in the line above.' },
  },
  create: (context) => ({
    Program() {
      const comments = context.sourceCode.getAllComments()
      for (const comment of comments) {
        if (!/^\s*(eslint-disable|@ts-(ignore|expect-error|nocheck)|prettier-ignore)/.test(comment.value))
          continue
        const near = comments.filter(
          (other) =>
            other.loc.end.line <= comment.loc.end.line && other.loc.end.line >= comment.loc.start.line - 1,
        )
        if (!near.some((other) => /reason: \S/.test(other.value)))
          context.report({ loc: comment.loc, messageId: 'bare' })
      }
    },
  }),
}

const fileName = {
  meta: { type: 'problem', schema: [], messages: { bad: 'Files are named {{ wanted }}.' } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).at(-1) ?? ''
      const wanted = name.endsWith('.tsx')
        ? { is: /^([A-Z][A-Za-z0-9]*(\.test)?|main)\.tsx$/, text: 'after their component: Button.tsx' }
        : {
            is: /^([a-z0-9]+(-[a-z0-9]+)*|use[A-Z][A-Za-z0-9]*)(\.[a-z]+)*\.(ts|js)$/,
            text: 'in kebab-case: text-anchors.ts',
          }
      const vague = /^(utils?|helpers?|common|types|constants|misc|shared)\./.test(name)
      const message = vague ? 'after a noun of the domain' : wanted.text
      const catalogue = /[\\/]messages[\\/]/.test(context.filename)
      if ((vague && !catalogue) || !wanted.is.test(name))
        context.report({ node, messageId: 'bad', data: { wanted: message } })
    },
  }),
}

const house = { rules: { reasoned, 'file-name': fileName } }

/** Forbids what a module may not import: pairs of a pattern of module names and the reason. */
const wall = (...pairs) => [
  'error',
  {
    patterns: [
      ['^y-prosemirror', 'It has other plugin keys than @tiptap/y-tiptap, which we use.'],
      ['^(?!node:)[^.]*/dist/|^lodash', 'Not a door of that package.'],
      ...pairs,
    ].map(([regex, message]) => ({ regex, message })),
  },
]

const noNode = ['^node:', 'No Node here: the shell hands it in.']
const noClient = ['^(\\.\\./)+client/', 'Nobody imports the client.']
const noServer = ['^(\\.\\./)+server/', 'Nobody imports the server; what both need lives in shared.']
const noTests = ['^(\\.\\./)+tests/', 'Nobody imports tests.']
const noReact = [
  '^(react|react-dom|react-aria-components|@tiptap/react|wouter|lucide-react)(/|$)',
  'No React here.',
]
const noEngine = [
  '/storage/(?!storage\\.ts$)',
  'Only the port: storage/storage.ts. main.ts picks the engine.',
]
const sharedWall = [noNode, noClient, noServer, noTests, noReact]
const serverWall = [noClient, noTests, noReact]
const clientWall = [noNode, noServer, noTests]

const features = [
  'home',
  'board',
  'step',
  'items',
  'comments',
  'checks',
  'agree',
  'history',
  'meeting',
  'export',
  'people',
  'proposals',
]
const anyFeature = `^(\\.\\./)+(${features.join('|')}|text|charts)/`

const globals = (names, message) => ['error', ...names.map((name) => ({ name, message }))]
const browserOnly = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'navigator',
  'location',
  'indexedDB',
]
const nodeOnly = ['process', 'Buffer', 'global', '__dirname', '__filename', 'require']

const syntax = {
  noDefault: { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  noBarrel: { selector: 'ExportAllDeclaration', message: 'No barrels: import from where it lives.' },
  noDoubleCast: {
    selector: 'TSAsExpression > TSAsExpression',
    message: 'Parse it, or give it its right type.',
  },
  noEnum: { selector: 'TSEnumDeclaration', message: 'A union of literals.' },
  noText: {
    selector: `JSXText[value=${letters}]`,
    message: 'Words on the screen stand in shared/messages.',
  },
  noTextValue: {
    selector: `JSXElement > JSXExpressionContainer > Literal[value=${letters}]`,
    message: 'Words on the screen stand in shared/messages.',
  },
  noSpokenText: {
    selector: `JSXAttribute[name.name=${spoken}] > Literal[value=${letters}]`,
    message: 'Words that are read aloud stand in shared/messages.',
  },
  noSpokenTemplate: {
    selector: `JSXAttribute[name.name=${spoken}] TemplateElement[value.raw=${letters}]`,
    message: 'Words that are read aloud stand in shared/messages.',
  },
  noSkip: {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fails)$/]',
    message: 'Every test runs. What a machine does not allow: skipIf.',
  },
  noClock: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is handed in.',
  },
}
const everywhere = [syntax.noDefault, syntax.noBarrel, syntax.noDoubleCast, syntax.noEnum]
const pure = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Randomness is handed in.' },
    { object: 'Date', property: 'now', message: 'The clock is handed in.' },
  ],
  'no-restricted-syntax': ['error', ...everywhere, syntax.noClock],
}

const correctness = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'getter-return': 'error',
  'no-async-promise-executor': 'error',
  'no-await-in-loop': 'off',
  'no-cond-assign': ['error', 'except-parens'],
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-constructor-return': 'error',
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-empty-pattern': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-implicit-coercion': 'error',
  'no-lonely-if': 'error',
  'no-param-reassign': 'error',
  'no-prototype-builtins': 'error',
  'no-regex-spaces': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unneeded-ternary': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-assignment': 'error',
  'no-useless-catch': 'error',
  'no-useless-rename': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
  'require-atomic-updates': 'off',
}

const size = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-depth': ['error', 3],
  'max-nested-callbacks': ['error', 4],
  'max-params': ['error', 6],
  complexity: ['error', { max: 20, variant: 'modified' }],
}

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
}

const typeScript = {
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
  ],
  // `() => {}` is the plainest way to say: nobody to tell.
  '@typescript-eslint/no-empty-function': 'off',
  '@typescript-eslint/unified-signatures': 'off',
  // Taste.
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/consistent-indexed-object-style': 'off',
}

const code = ['client/**/*.{ts,tsx}', 'server/**/*.ts', 'shared/**/*.ts', 'tests/**/*.{ts,tsx}']

export default defineConfig(
  { ignores: ['dist/', 'data/', 'tests/.out/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...code, '*.ts', '*.js'],
    plugins: { house },
    rules: { ...correctness, ...size, 'house/reasoned': 'error', 'house/file-name': 'error' },
  },
  {
    files: [...code, '*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: typeScript,
  },
  {
    files: code,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: dirname(fileURLToPath(import.meta.url)) },
    },
    rules: { ...typed, 'no-console': 'error', 'no-restricted-syntax': ['error', ...everywhere] },
  },

  {
    files: ['shared/**/*.ts'],
    rules: {
      ...pure,
      'no-restricted-imports': wall(...sharedWall),
      'no-restricted-globals': globals([...browserOnly, ...nodeOnly], 'Shared code runs on both sides.'),
    },
  },
  {
    files: ['shared/*.ts'],
    rules: {
      'no-restricted-imports': wall(...sharedWall, [
        '^\\./.*/',
        'assert, ids and locale come before every folder.',
      ]),
    },
  },
  {
    files: ['shared/board/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(...sharedWall, [
        '^\\.\\./(items|step|templates|protocol|messages|checks)/',
        'board comes before items, step, templates and protocol.',
      ]),
    },
  },
  {
    files: ['shared/items/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(...sharedWall, [
        '^\\.\\./(step|templates|protocol|messages|checks)/',
        'items come before step, templates and protocol.',
      ]),
    },
  },
  {
    files: ['shared/{step,templates}/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(...sharedWall, [
        '^\\.\\./(protocol|messages)/',
        'step and templates come before protocol.',
      ]),
    },
  },

  {
    files: ['server/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(...serverWall),
      'no-restricted-globals': globals(browserOnly, 'There is no page on the server.'),
    },
  },
  {
    files: ['server/{live,http,people,export}/**/*.ts'],
    ignores: ['**/clock.ts'],
    rules: { ...pure, 'no-restricted-imports': wall(...serverWall, noEngine) },
  },
  {
    files: ['server/storage/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(...serverWall, [
        '^(\\.\\./)+(live|http|people|export)/',
        'Storage knows shared and itself only.',
      ]),
    },
  },

  {
    files: ['client/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': wall(...clientWall),
      'no-restricted-globals': globals(nodeOnly, 'There is no Node in the browser.'),
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        syntax.noText,
        syntax.noTextValue,
        syntax.noSpokenText,
        syntax.noSpokenTemplate,
      ],
    },
  },
  {
    files: ['client/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['client/ui/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': wall(
        ...clientWall,
        [anyFeature, 'ui imports no feature.'],
        ['^\\.\\./live/|/shared/(board|step|protocol)/', 'ui knows nothing of boards.'],
      ),
    },
  },
  {
    files: ['client/live/**/*.ts'],
    rules: {
      'no-restricted-imports': wall(
        ...clientWall,
        noReact,
        [anyFeature, 'live imports no feature.'],
        ['^\\.\\./(ui|hooks)/', 'No React in live.'],
      ),
    },
  },
  // board composes the features, texts and items are what several of them show; else a feature keeps to itself.
  ...features
    .filter((feature) => feature !== 'board')
    .map((feature) => ({
      files: [`client/${feature}/**/*.{ts,tsx}`],
      rules: {
        'no-restricted-imports': wall(...clientWall, [
          `^\\.\\./(${features.filter((other) => ![feature, 'items'].includes(other)).join('|')})/`,
          'A feature does not reach into another: board composes them.',
        ]),
      },
    })),

  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': wall(),
      'max-lines': ['error', { max: 600 }],
      'max-lines-per-function': 'off',
      'max-nested-callbacks': ['error', 5],
      'no-restricted-syntax': ['error', syntax.noDefault, syntax.noBarrel, syntax.noEnum, syntax.noSkip],
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.config.{ts,js}'], rules: { 'max-lines': 'off' } },
)
