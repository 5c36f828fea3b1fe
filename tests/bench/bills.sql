-- The bills, as whoever knows them would tell DuckDB: nothing to guess, money exact.
SET threads = ${THREADS};
SET preserve_insertion_order = false;

CREATE MACRO bills() AS TABLE
    FROM read_csv('${BILLS}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
                  new_line = '\n', columns = {
        'account_id': 'VARCHAR', 'account_name': 'VARCHAR', 'group_id': 'VARCHAR', 'industry': 'VARCHAR',
        'month': 'VARCHAR', 'service': 'VARCHAR', 'usage': 'BIGINT', 'amount': 'DECIMAL(18, 2)',
        'cost': 'DECIMAL(18, 2)'});
