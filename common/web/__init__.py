"""What the pages of every app share: forms, access, answers to refusals, links from mails."""
