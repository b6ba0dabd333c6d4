"""XML exports of the case systems (ESDH) that municipalities write their agendas in."""
