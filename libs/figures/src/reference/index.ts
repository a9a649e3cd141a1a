export { figuresPage } from './pages';
