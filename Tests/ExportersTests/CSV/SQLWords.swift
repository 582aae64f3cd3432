/// The keywords, reserved or not, that the SQL standard, PostgreSQL, MySQL, SQLite and DuckDB list, in lower case. In
/// one of them a column with such a name may have to be quoted.
enum SQLWords {
  static let all = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let text = """
    abort abs absolute access accessible account accounts action active ada add admin after against
    aggregate algorithm alias all allocate allow_connections also alter always analyse analyze and anti
    any append apply approx are array as asc ascii asensitive asof assertion assignment asymmetric at
    atomic attach attribute attributes audit authentication authorization auto_increment autoextend_size
    autoincrement avg avg_row_length backup backward before begin bernoulli between big bigint bigserial
    binary binding binlog bit bit_length bitvar blob block bool boolean both box bpchar breadth break
    browse btree buckets buffer_usage_limit buffers bulk by bypassrls byte bytea cache call called
    cardinality cascade cascaded case cast catalog catalog_name ceil ceiling centuries century chain
    challenge_response change changed channel char char_length character character_length
    character_set_catalog character_set_name character_set_schema characteristics characters charset
    check checked checkpoint checksum cidr cipher circle circularstring class class_origin client clob
    clone close cluster clustered coalesce cobol code collate collation collation_catalog collation_name
    collation_schema collect column column_format column_name columns command_function
    command_function_code comment comments commit committed commutator compact completion component
    compoundcurve compress compressed compression compression_level compute concurrent concurrently
    condition condition_number configuration conflict connect connection connection_name consistent
    constraint constraint_catalog constraint_name constraint_schema constraints constructor contains
    containstable content context continue conversion convert copy corr correlation corresponding cost
    costs count covar_pop covar_samp cpu create createdb createrole createuser cross csv cube cume_dist
    current current_catalog current_date current_default_transform_group current_path current_role
    current_schema current_time current_timestamp current_transform_group_for_type current_user cursor
    cursor_name curvepolygon cycle data database databases datafile date dateformat daterange datetime
    datetime_interval_code datetime_interval_precision day day_hour day_microsecond day_minute
    day_second dayofmonth dayofweek dayofyear days dbcc deallocate dec decade decades decimal declare
    default default_auth defaults deferrable deferred defined definer definition degree delay_key_write
    delayed delete delim delimiter delimiters dense_rank deny dependencies depends depth deref derived
    des_key_file desc describe description descriptor destroy destructor detach deterministic
    diagnostics dictionary directory disable disable_page_skipping discard disconnect disk dispatch
    distance distinct distinctrow distributed div do document domain double drop dual dummy dump
    dumpfile duplicate dynamic dynamic_function dynamic_function_code each element else elseif empty
    enable enclosed encoding encrypted encryption end ends enforced engine engine_attribute engines enum
    equals errlvl error errors escape escaped event events every exact except exception exchange exclude
    excluding exclusive exec execute execution existing exists exit exp expansion expire explain export
    export_state expression extended extension extensions extent_size external extra extract factor fail
    failed_login_attempts false family fast faults fetch fields file file_block_size file_size_bytes
    fillfactor filter final finalize finish first first_value fixed float float4 float8 floor flush
    following follows for force force_not_null force_null force_quote foreign format fortran forward
    found free freetext freetexttable freeze from full fulltext function functions fusion future g
    general generated generic_plan geography geomcollection geometry geometrycollection
    geometrycollectionm geometrycollectionz geometrycollectionzm get get_format get_master_public_key
    get_source_public_key glob global go goto grant granted grants greatest group group_replication
    grouping grouping_id groups gtid_only handler hash hashes having header heap help hierarchy
    high_priority histogram history hold holdlock host hosts hour hour_microsecond hour_minute
    hour_second hours icu identified identity identity_insert identitycol if ignore ignore_server_ids
    ilike immediate immutable implementation implicit import imported in inactive include including
    increment incremental index index_cleanup indexed indexes indicator inet infile infix inherit
    inherits initial initial_size initialize initially initiate inline inner inout inplace input
    insensitive insert insert_id insert_method install instance instant instantiable instead int int1
    int2 int3 int4 int4range int8 int8range integer integration integrations intersect intersection
    interval into invisible invoker io io_after_gtids io_before_gtids io_thread ipc is is_superuser
    is_template isam isnull isolation issuer iterate join json json_table json_value jsonb k key
    key_block_size key_member key_type keyring keys kill label lag lambda lancompiler language large
    last last_insert_id last_value lateral lc_collate lc_ctype lead leading leakproof least leave leaves
    left leftarg length less level libc library like limit line linear lineno lines linestring
    linestringm linestringz linestringzm list listen ln load local locale localtime localtimestamp
    location locator lock locked locks log log_verbosity logfile logged login logs long longblob
    longtext loop low_priority lower lseg m macaddr macaddr8 macro main manage map mapping masking
    master master_auto_position master_bind master_compression_algorithms master_connect_retry
    master_delay master_heartbeat_period master_host master_log_file master_log_pos master_password
    master_port master_public_key_path master_retry_count master_server_id master_ssl master_ssl_ca
    master_ssl_capath master_ssl_cert master_ssl_cipher master_ssl_crl master_ssl_crlpath master_ssl_key
    master_ssl_verify_server_cert master_tls_ciphersuites master_tls_version master_user
    master_zstd_compression_level match matched materialized max max_connections_per_hour
    max_queries_per_hour max_rows max_size max_updates_per_hour max_user_connections maxextents maxvalue
    mcv medium mediumblob mediumint mediumtext member memory merge merges message_length
    message_octet_length message_text method microsecond microseconds middleint migrate millennia
    millennium millisecond milliseconds min min_rows minus minute minute_microsecond minute_second
    minutes minvalue ml mlslabel mod mode model modifies modify module modulus money monitor month
    monthname months more move multicurve multilinestring multilinestringm multilinestringz
    multilinestringzm multipoint multipointm multipointz multipointzm multipolygon multipolygonm
    multipolygonz multipolygonzm multiset multisurface mumps mutex myisam mysql_errno name names nan
    national native natural nchar nclob ndb ndbcluster ndistinct nearest negator nested nesting
    network_namespace never new new_line next nfc nfd nfkc nfkd no no_wait no_write_to_binlog noaudit
    nobypassrls nocache nocase nocheck nocompress nocopy nocreatedb nocreaterole nocreateuser nocycle
    nodegroup noinherit nologin nonclustered none noorder noreplication normal normalize normalized
    nosuperuser not nothing notify notnull now nowait nth_value ntile null nullable nullif nulls nullstr
    number numeric numrange nvarchar object objects octet_length octets of off offline offset offsets
    oids oj old on on_error one online only only_database_stats open opendatasource openquery openrowset
    openxml operate operation operator optimize optimizer_costs option optional optionally options or
    order ordering ordinality organization others out outer outfile output over overlaps overlay
    overriding overwrite overwrite_or_ignore owned owner ownership pack_keys pad page parallel parameter
    parameter_mode parameter_name parameter_ordinal_position parameter_specific_catalog
    parameter_specific_name parameter_specific_schema parameters parquet_version parse_gcol_expr
    parse_tree parser partial partition partition_by partitioned partitioning partitions pascal passing
    passive password password_lock_time path pctfree per_thread_output percent percent_rank
    percentile_cont percentile_disc permissive persist persist_only persistent pg_lsn phase pipe pivot
    pivot_longer pivot_wider placing plain plan plans pli plugin plugin_dir plugins point pointm pointz
    pointzm policy polygon polygonm polygonz polygonzm polyhedralsurface port position positional
    postfix power pragma precedes preceding precision prefix preorder prepare prepared preserve prev
    primary print prior privilege_checks_user privileges proc procedural procedure procedures process
    process_main process_toast processlist profile profiles program provider proxy public publication
    purge qualify quarter quarters query quick quote raid0 raise raiserror random range rank raw read
    read_only read_write reads readtext real reassign rebuild recheck reconfigure recover recursive
    redo_buffer_size redofile redundant ref reference reference_usage references referencing refresh
    regexp register registration regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
    regr_sxx regr_sxy regr_syy reindex reject_limit relative relay relay_log_file relay_log_pos
    relay_thread relaylog release reload remainder remote remove rename reorganize repair repeat
    repeatable replace replica replicas replicate_do_db replicate_do_table replicate_ignore_db
    replicate_ignore_table replicate_rewrite_db replicate_wild_do_table replicate_wild_ignore_table
    replication require require_row_format reservoir reset resignal resource resources respect restart
    restore restrict restricted restrictive result resume retain retrieve return returned_cardinality
    returned_length returned_octet_length returned_sqlstate returning returns reuse reverse revoke right
    rightarg rlike role roles rollback rollup rotate routine routine_catalog routine_name routine_schema
    routines row row_count row_format row_group_size row_group_size_bytes row_number rowcount rowguidcol
    rowid rownum rows rtree rtrim rule safe sample save savepoint scalar scale schedule schema
    schema_name schemas scope scope_catalog scope_name scope_schema scroll search second
    second_microsecond secondary secondary_engine secondary_engine_attribute secondary_load
    secondary_unload seconds secret section secure security select self semi sensitive sep separator
    sequence sequences serial serial2 serial4 serial8 serializable serialize server server_encoding
    server_name server_version session session_user set setof sets settings setuser share shared shares
    show shutdown signal signed silent similar similarity simple size skip skip_database_stats
    skip_locked slave slow smallint smallserial snapshot socket some soname sorted sounds source
    source_auto_position source_bind source_compression_algorithms source_connect_retry source_delay
    source_heartbeat_period source_host source_log_file source_log_pos source_password source_port
    source_public_key_path source_retry_count source_ssl source_ssl_ca source_ssl_capath source_ssl_cert
    source_ssl_cipher source_ssl_crl source_ssl_crlpath source_ssl_key source_ssl_verify_server_cert
    source_tls_ciphersuites source_tls_version source_user source_zstd_compression_level space spatial
    specific specific_name specifictype sql sql_after_gtids sql_after_mts_gaps sql_before_gtids
    sql_big_result sql_big_selects sql_big_tables sql_buffer_result sql_cache sql_calc_found_rows
    sql_log_off sql_log_update sql_low_priority_updates sql_no_cache sql_select_limit sql_small_result
    sql_thread sql_tsi_day sql_tsi_hour sql_tsi_minute sql_tsi_month sql_tsi_quarter sql_tsi_second
    sql_tsi_week sql_tsi_year sql_warnings sqlca sqlcode sqlerror sqlexception sqlstate sqlwarning sqrt
    srid ssl stable stacked stage stages standalone start starting starts state statement static
    statistics stats_auto_recalc stats_persistent stats_sample_pages status stddev_pop stddev_samp stdin
    stdout stop storage stored straight_join stream streams strict string strip struct structure style
    subclass_origin subject sublist submultiset subpartition subpartitions subscription substring
    successful suffix sum summarize summary super superuser support suspend swaps switches symmetric
    synonym sysdate sysid system system_user table table_checksum table_name tables tablesample
    tablespace target task tasks temp template temporary temptable terminate terminated text textsize
    than then thread_priority ties time timestamp timestampadd timestampdiff timestampformat timestamptz
    timetz timezone_hour timezone_minute timing tin tinyblob tinyint tinytext tls to toast top
    top_level_count traditional trailing tran transaction transaction_active transactions
    transactions_committed transactions_rolled_back transform transforms transient translate translation
    treat tree triangle trigger trigger_catalog trigger_name trigger_schema triggers trim true truncate
    trusted try_cast tsequal tsquery tsrange tstzrange tsvector tuple type types uescape uid unbounded
    uncommitted undefined under undo undo_buffer_size undofile unencrypted unicode unindexed uninstall
    union unique unknown unlisten unlock unlogged unnamed unnest unpack unpivot unregister unsafe
    unsigned until update updatetext upgrade upper uri url usage use use_any_role use_frm user
    user_defined_type_catalog user_defined_type_code user_defined_type_name user_defined_type_schema
    user_resources users using utc_date utc_time utc_timestamp uuid vacuum valid validate validation
    validator value values var_pop var_samp varbinary varchar varchar2 varcharacter variable variables
    variadic varying vcpu vector verbose version view views virtual visible volatile wait waitfor wal
    warehouse warehouses warnings week weekday weeks weight_string when whenever where while whitespace
    width_bucket window with within without work wrapper write write_partition_columns writetext x509 xa
    xid xml xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
    xmlserialize xmltable xor yaml year year_month years yes zerofill zone
    """
}
