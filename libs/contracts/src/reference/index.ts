export { eventsPage, reasonsPage } from './pages';
export { exportSchemas } from './schemas';
