import comments from './en/comments.json';
import common from './en/common.json';
import cycles from './en/cycles.json';
import enums from './en/enums.json';
import history from './en/history.json';
import imports from './en/imports.json';
import measures from './en/measures.json';
import nav from './en/nav.json';
import objective from './en/objective.json';
import people from './en/people.json';
import positions from './en/positions.json';
import search from './en/search.json';
import session from './en/session.json';
import strategy from './en/strategy.json';
import territory from './en/territory.json';
import tree from './en/tree.json';
import units from './en/units.json';

export const en = { comments, common, cycles, enums, history, imports, measures, nav, objective, people, positions, search, session, strategy, territory, tree, units };
