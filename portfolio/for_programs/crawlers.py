"""Programs that collect the web to train models, by the names to which they answer in robots.txt.

Each is here because its operator says so, or because its collections are known to be used so. Left out is what only searches
(PerplexityBot, OAI-SearchBot, Claude-SearchBot, Googlebot, Applebot) or fetches a page that a person asked for: an artist who
does not want to be trained on may still want to be found.
"""

TRAINING_CRAWLERS: dict[str, str] = {
    "GPTBot": "OpenAI, for its foundation models: platform.openai.com/docs/bots",
    "ClaudeBot": "Anthropic, for its models: support.anthropic.com/articles/8896518",
    "anthropic-ai": "Anthropic's earlier name, which may still be heeded",
    "Google-Extended": "Google, a word that Googlebot heeds for Gemini: developers.google.com/search/docs/crawling-indexing",
    "Applebot-Extended": "Apple, a word that Applebot heeds for its models alone: support.apple.com/119829",
    "CCBot": "Common Crawl, whose archive most models were trained on: commoncrawl.org/ccbot",
    "Bytespider": "ByteDance, for its models; not documented by it",
    "meta-externalagent": "Meta, for its models: developers.facebook.com/docs/sharing/webmasters/web-crawlers",
    "Amazonbot": "Amazon, which may train on what it collects: developer.amazon.com/amazonbot",
    "cohere-training-data-crawler": "Cohere, by its name",
}
