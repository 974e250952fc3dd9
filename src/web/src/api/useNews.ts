import { useEffect, useRef } from 'react';

/** Does something each time that a count of news grows, but not for what was there at first. */
export function useNews(news: number, onNews: () => void) {
  const seen = useRef(news);
  const handler = useRef(onNews);
  useEffect(() => {
    handler.current = onNews;
  });
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    handler.current();
  }, [news]);
}
