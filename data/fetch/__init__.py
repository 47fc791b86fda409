"""Fetches documents from the United Nations' own servers, when a person asks for it.

The only part of the product that goes online, only to the hosts in `hosts`. What is fetched is kept in the user's
folder (`store`) and read (`contents`); nothing counts before it has been reviewed and accepted like any upload."""
