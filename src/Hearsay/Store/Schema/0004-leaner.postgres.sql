UPDATE articles SET pairs = '' WHERE NOT text ~ '[\U00010000-\U0010FFFF]';
