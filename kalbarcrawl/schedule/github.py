"""A workflow for GitHub Actions, whose machines remember nothing between two runs."""

from __future__ import annotations

import json

from kalbarcrawl.schedule.installation import Installation, exactly

TEXT = """\
# For .github/workflows/crawl.yml of your fork, on its default branch: schedules run from no other. Switch it on under
# Settings > Actions, try it with "Run workflow".
#
# What to know first:
# - GitHub starts schedules late, and under load not at all; what was missed is due at the next run.
# - It switches schedules off in a public repository after 60 days without a commit.
# - Its machines share addresses that some newsrooms' walls refuse: such a newsroom is then "blocked".
# - The store lives in the cache (thrown away after 7 days without a run, or beyond 10 GB) and once a day in an artifact
#   of 30 days, from which it comes back. A store that must outlive both is a PostgreSQL: secret KALBARCRAWL_STORE.
# - Artifacts of a public repository can be fetched by everyone who has an account: texts and archives are copyrighted.
#
# Secrets (Settings > Secrets and variables > Actions), both optional: KALBARCRAWL_STORE, KALBARCRAWL_ALERTS.
name: crawl

on:
  schedule:
    - cron: "7,22,37,52 * * * *"
  workflow_dispatch:

permissions:
  contents: read
  actions: read

# Never two at once, and none cut off: the store has one writer.
concurrency:
  group: kalbarcrawl
  cancel-in-progress: false

jobs:
  crawl:
    runs-on: ubuntu-latest
    timeout-minutes: {timeout}
    env:
      KALBARCRAWL_DATA: data
      KALBARCRAWL_CONTACT: {contact}
      KALBARCRAWL_STORE: ${{{{ secrets.KALBARCRAWL_STORE }}}}
      KALBARCRAWL_ALERTS: ${{{{ secrets.KALBARCRAWL_ALERTS }}}}
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
          cache: pip
      - run: python -m pip install --constraint constraints.txt '.[cluster,schedule]'

      - name: The store of the run before
        id: store
        uses: actions/cache/restore@v5
        with:
          path: data/kalbarcrawl.sqlite*
          key: kalbarcrawl-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: kalbarcrawl-
      - name: The store of the last artifact, where the cache has none
        if: steps.store.outputs.cache-matched-key == ''
        env:
          GH_TOKEN: ${{{{ github.token }}}}
        run: |
          query='[.artifacts[] | select(.expired | not)][0].workflow_run.id // empty'
          run=$(gh api "repos/$GITHUB_REPOSITORY/actions/artifacts?name=store" --jq "$query")
          if [ -n "$run" ]; then gh run download "$run" --name store --dir data; fi

      - name: Crawl
        # 1 says that a newsroom needs a look, which the alert tells; only 2 and more are a fault of the run.
        run: kalbarcrawl crawl --due --archive --deadline {deadline} || [ $? -eq 1 ]
      - name: Alert
        if: always()
        run: kalbarcrawl alert

      - name: Keep the store for the next run
        if: always() && hashFiles('data/kalbarcrawl.sqlite*') != ''
        uses: actions/cache/save@v5
        with:
          path: data/kalbarcrawl.sqlite*
          key: kalbarcrawl-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
      - name: Keep what this run found
        if: always()
        uses: actions/upload-artifact@v6
        with:
          name: run-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          path: |
            data/articles
            data/runs
            data/warc
          if-no-files-found: ignore
          retention-days: 90
      - name: Whether it is the hour to keep the store itself, 3 in Pontianak
        id: daily
        if: always()
        run: test "$(date -u +%H)" != 20 || echo now=yes >>"$GITHUB_OUTPUT"
      - name: Keep the store itself
        if: always() && steps.daily.outputs.now == 'yes'
        uses: actions/upload-artifact@v6
        with:
          name: store
          path: data/kalbarcrawl.sqlite*
          if-no-files-found: ignore
          retention-days: 30
"""
SPARE = 20
"""Minutes for all that is not the crawl."""


def workflow(installation: Installation) -> dict[str, str]:
    """The workflow by file name; nothing of this machine is in it but the contact."""
    contact = installation.plain.get("KALBARCRAWL_CONTACT", "")
    text = TEXT.format(
        timeout=int(installation.deadline.total_seconds() // 60) + SPARE,
        deadline=exactly(installation.deadline),
        contact=json.dumps(contact, ensure_ascii=False),
    )
    return {"crawl.yml": text}
