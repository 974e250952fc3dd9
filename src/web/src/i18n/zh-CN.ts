import comments from './zh-CN/comments.json';
import common from './zh-CN/common.json';
import cycles from './zh-CN/cycles.json';
import enums from './zh-CN/enums.json';
import history from './zh-CN/history.json';
import imports from './zh-CN/imports.json';
import measures from './zh-CN/measures.json';
import nav from './zh-CN/nav.json';
import objective from './zh-CN/objective.json';
import people from './zh-CN/people.json';
import positions from './zh-CN/positions.json';
import search from './zh-CN/search.json';
import session from './zh-CN/session.json';
import strategy from './zh-CN/strategy.json';
import territory from './zh-CN/territory.json';
import tree from './zh-CN/tree.json';
import units from './zh-CN/units.json';

export const zhCN = { comments, common, cycles, enums, history, imports, measures, nav, objective, people, positions, search, session, strategy, territory, tree, units };
