using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "organization");

            migrationBuilder.EnsureSchema(
                name: "planning");

            migrationBuilder.EnsureSchema(
                name: "monitoring");

            migrationBuilder.EnsureSchema(
                name: "performance");

            migrationBuilder.EnsureSchema(
                name: "development");

            migrationBuilder.EnsureSchema(
                name: "improvement");

            migrationBuilder.EnsureSchema(
                name: "platform");

            migrationBuilder.CreateTable(
                name: "actuals",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: true),
                    denominator = table.Column<long>(type: "bigint", nullable: true),
                    source = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    evidence_url = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    corrects_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    correction_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actuals", x => x.id);
                    table.ForeignKey(
                        name: "fk_actuals_actuals_corrects_id",
                        column: x => x.corrects_id,
                        principalSchema: "monitoring",
                        principalTable: "actuals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendees",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    symptoms = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    lessons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    chosen_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    rationale = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    responsible_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    report_every_days = table.Column<int>(type: "int", nullable: true),
                    next_report_due = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    verifiable_from = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_told = table.Column<DateOnly>(type: "date", nullable: true),
                    missed_told = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_stamps",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_stamps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject_type = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    action = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    before = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    after = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "competencies",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    levels = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "control_points",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    tolerance = table.Column<long>(type: "bigint", nullable: true),
                    scheduled_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_points", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coordinated_units",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordinated_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cycle_controls",
                schema: "monitoring",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    missed_until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_controls", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "cycle_figures",
                schema: "monitoring",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_figures", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "cycle_standings",
                schema: "monitoring",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false),
                    looked_at = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_standings", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "cycles",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    code_prefix = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    time_zone = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    carried_out_from = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_months = table.Column<string>(type: "varchar(216)", unicode: false, maxLength: 216, nullable: true),
                    policy_at_risk_probability = table.Column<long>(type: "bigint", nullable: false),
                    policy_duplicate_similarity = table.Column<long>(type: "bigint", nullable: false),
                    policy_escalation_days = table.Column<int>(type: "int", nullable: false),
                    policy_follow_up_working_days = table.Column<int>(type: "int", nullable: false),
                    policy_individual_share_limit = table.Column<long>(type: "bigint", nullable: false),
                    policy_paperwork_minutes_per_month = table.Column<int>(type: "int", nullable: false),
                    policy_readiness_threshold = table.Column<long>(type: "bigint", nullable: false),
                    policy_rebalance_bound = table.Column<long>(type: "bigint", nullable: false),
                    policy_report_grace_days = table.Column<int>(type: "int", nullable: false),
                    policy_stretch_percentile = table.Column<long>(type: "bigint", nullable: false),
                    policy_tolerance = table.Column<long>(type: "bigint", nullable: false),
                    policy_too_high_percentile = table.Column<long>(type: "bigint", nullable: false),
                    policy_too_low_percentile = table.Column<long>(type: "bigint", nullable: false),
                    policy_unacknowledged_briefing = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deviations",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    actual = table.Column<long>(type: "bigint", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    external_cause = table.Column<bool>(type: "bit", nullable: false),
                    severity = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    severity_rank = table.Column<int>(type: "int", nullable: false),
                    route = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    is_routed = table.Column<bool>(type: "bit", nullable: false),
                    route_note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    supervisor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    revision_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    round = table.Column<int>(type: "int", nullable: false),
                    waits_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    news_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    escalated_to = table.Column<int>(type: "int", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deviations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "effects",
                schema: "monitoring",
                columns: table => new
                {
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: true),
                    after = table.Column<long>(type: "bigint", nullable: true),
                    endangered = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effects", x => new { x.deviation_id, x.objective_id });
                });

            migrationBuilder.CreateTable(
                name: "failed_sign_ins",
                schema: "organization",
                columns: table => new
                {
                    login = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "int", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_failed_sign_ins", x => x.login);
                });

            migrationBuilder.CreateTable(
                name: "finding_waivers",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    magnitude = table.Column<long>(type: "bigint", nullable: true),
                    related = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    lapsed = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_waivers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holiday_years",
                schema: "organization",
                columns: table => new
                {
                    year = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "holidays",
                schema: "organization",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    working = table.Column<bool>(type: "bit", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holidays", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                schema: "platform",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "varchar(128)", unicode: false, maxLength: 128, nullable: false),
                    message_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_entries", x => new { x.consumer, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "incentive_schemes",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    individual_share = table.Column<int>(type: "int", nullable: false),
                    team_share = table.Column<int>(type: "int", nullable: false),
                    company_share = table.Column<int>(type: "int", nullable: false),
                    ranks_people = table.Column<bool>(type: "bit", nullable: false),
                    budget_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    rules = table.Column<string>(type: "varchar(1600)", unicode: false, maxLength: 1600, nullable: true),
                    saved_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    approval_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    finalised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    finalised_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    owed_minor = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incentive_schemes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    done = table.Column<int>(type: "int", nullable: false),
                    total = table.Column<int>(type: "int", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    error = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    heartbeat_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    cancel_requested = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kept_months",
                schema: "monitoring",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: true),
                    denominator = table.Column<long>(type: "bigint", nullable: true),
                    share = table.Column<long>(type: "bigint", nullable: false),
                    rolled_up = table.Column<bool>(type: "bit", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_months", x => new { x.objective_id, x.month });
                });

            migrationBuilder.CreateTable(
                name: "known_standings",
                schema: "planning",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    health = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    attainment = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_standings", x => x.objective_id);
                });

            migrationBuilder.CreateTable(
                name: "likeness_keys",
                schema: "planning",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_likeness_keys", x => new { x.key, x.objective_id });
                });

            migrationBuilder.CreateTable(
                name: "logged_readings",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    subject_type = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logged_readings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    unit_of_measure = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    direction = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    decimals = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "missed_control_points",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    missed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    escalated_to = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_control_points", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    subject_type = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    arguments = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    mail_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    awaits_digest = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objective_needs",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_needs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objective_versions",
                schema: "planning",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(48)", maxLength: 48, nullable: false, collation: "Latin1_General_BIN2"),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    level = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    origin = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    position_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    responsibility_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    strategy_element_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    important = table.Column<bool>(type: "bit", nullable: false),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    path = table.Column<string>(type: "varchar(600)", unicode: false, maxLength: 600, nullable: false, collation: "Latin1_General_BIN2"),
                    depth = table.Column<int>(type: "int", nullable: false),
                    contribution = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    roll_up_weight = table.Column<long>(type: "bigint", nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    baseline = table.Column<long>(type: "bigint", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: false),
                    lower_bound = table.Column<long>(type: "bigint", nullable: true),
                    phased_by = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    phasing = table.Column<string>(type: "varchar(768)", unicode: false, maxLength: 768, nullable: true),
                    is_exempt = table.Column<bool>(type: "bit", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_versions", x => new { x.objective_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "office_meetings",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    level = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    held = table.Column<bool>(type: "bit", nullable: false),
                    called_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    aggregate_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    type = table.Column<string>(type: "varchar(256)", unicode: false, maxLength: 256, nullable: false),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    delivered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    parked = table.Column<bool>(type: "bit", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    digest_of = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passwords",
                schema: "organization",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    hash = table.Column<string>(type: "varchar(512)", unicode: false, maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passwords", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "past_standings",
                schema: "monitoring",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    reach = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    level = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    direction = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    has_parts = table.Column<bool>(type: "bit", nullable: false),
                    actual_millionths = table.Column<long>(type: "bigint", nullable: true),
                    target_millionths = table.Column<long>(type: "bigint", nullable: true),
                    attainment_points = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_standings", x => new { x.objective_id, x.from });
                });

            migrationBuilder.CreateTable(
                name: "period_figures",
                schema: "monitoring",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false, collation: "Latin1_General_BIN2"),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    granularity = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    actual_millionths = table.Column<long>(type: "bigint", nullable: false),
                    target_millionths = table.Column<long>(type: "bigint", nullable: false),
                    attainment_points = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_period_figures", x => new { x.objective_id, x.period, x.from });
                });

            migrationBuilder.CreateTable(
                name: "periodic_runs",
                schema: "platform",
                columns: table => new
                {
                    job = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    period = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_periodic_runs", x => new { x.job, x.period });
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "progress_reports",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    control_point_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    self_review = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    confidence = table.Column<int>(type: "int", nullable: false),
                    difficulties = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    support_needed = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    minutes_spent = table.Column<int>(type: "int", nullable: true),
                    followed_up_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    followed_up_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    guidance = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    followed_up_in_time = table.Column<bool>(type: "bit", nullable: true),
                    overdue_told = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pulse_answers",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    attainable = table.Column<int>(type: "int", nullable: false),
                    executive_support = table.Column<int>(type: "int", nullable: false),
                    trust_in_leader = table.Column<int>(type: "int", nullable: false),
                    fairness = table.Column<int>(type: "int", nullable: false),
                    encouragement = table.Column<int>(type: "int", nullable: false),
                    paperwork = table.Column<int>(type: "int", nullable: false),
                    comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pulse_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pulse_receipts",
                schema: "improvement",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pulse_receipts", x => new { x.person_id, x.cycle_id, x.period });
                });

            migrationBuilder.CreateTable(
                name: "readiness",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    management_knowledge = table.Column<int>(type: "int", nullable: false),
                    self_management = table.Column<int>(type: "int", nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    assessed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    assessed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    trained_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    waived_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    waiver_reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    waived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognitions",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    development_item_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    amount_minor = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    correction = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    responsible_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    done_note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    overdue_told = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "responsibilities",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    holder_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    retired = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibilities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scorecards",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scorecards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scoring_rules",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    floor = table.Column<long>(type: "bigint", nullable: true),
                    cap = table.Column<long>(type: "bigint", nullable: true),
                    bands = table.Column<string>(type: "varchar(640)", unicode: false, maxLength: 640, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scoring_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    token_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    access_token_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    read_only = table.Column<bool>(type: "bit", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                schema: "platform",
                columns: table => new
                {
                    name = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "settlements",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round = table.Column<int>(type: "int", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_owner = table.Column<bool>(type: "bit", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    agreement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stale_figures",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stale_standings",
                schema: "monitoring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_standings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                schema: "monitoring",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    reach = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    level = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    direction = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    has_parts = table.Column<bool>(type: "bit", nullable: false),
                    actual_millionths = table.Column<long>(type: "bigint", nullable: true),
                    target_millionths = table.Column<long>(type: "bigint", nullable: true),
                    attainment = table.Column<long>(type: "bigint", nullable: true),
                    projected = table.Column<long>(type: "bigint", nullable: true),
                    denominator = table.Column<long>(type: "bigint", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    attainment_points = table.Column<int>(type: "int", nullable: true),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standings", x => x.objective_id);
                });

            migrationBuilder.CreateTable(
                name: "stored_answers",
                schema: "platform",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    request_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    answer = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_answers", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "structure_stamps",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_structure_stamps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_revisions",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    deviation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    external_cause = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    new_target = table.Column<long>(type: "bigint", nullable: true),
                    new_phasing = table.Column<string>(type: "nvarchar(768)", maxLength: 768, nullable: true),
                    effective_from = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    work_plan_change = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    decision_reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    before_is_exempt = table.Column<bool>(type: "bit", nullable: false),
                    before_phased_by = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    before_phasing = table.Column<string>(type: "nvarchar(768)", maxLength: 768, nullable: true),
                    before_status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    before_target = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_revisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "units",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    leader_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_units_units_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "organization",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "upload_chunks",
                schema: "platform",
                columns: table => new
                {
                    upload_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_upload_chunks", x => new { x.upload_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    webhook_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    message_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    @event = table.Column<string>(name: "event", type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    status = table.Column<int>(type: "int", nullable: true),
                    error = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_secrets",
                schema: "platform",
                columns: table => new
                {
                    webhook_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    secret = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_secrets", x => x.webhook_id);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    url = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    event_names = table.Column<string>(type: "varchar(2000)", unicode: false, maxLength: 2000, nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "causes",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    category = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    confirmed_root = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_causes", x => x.id);
                    table.ForeignKey(
                        name: "fk_causes_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "improvement",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "countermeasures",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    addresses = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    cost_minor = table.Column<long>(type: "bigint", nullable: true),
                    cost_currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    scores = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countermeasures", x => x.id);
                    table.ForeignKey(
                        name: "fk_countermeasures_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "improvement",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "criteria",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    weight = table.Column<int>(type: "int", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "improvement",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    done = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    effect = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    next = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    percent_complete = table.Column<int>(type: "int", nullable: false),
                    late = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_reports_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "improvement",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "verifications",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    verdict = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    periods = table.Column<string>(type: "varchar(96)", unicode: false, maxLength: 96, nullable: false),
                    gap_before = table.Column<long>(type: "bigint", nullable: false),
                    gap_after = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_verifications_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "improvement",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    competency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    source = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    assessed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_competency_competency_id",
                        column: x => x.competency_id,
                        principalSchema: "development",
                        principalTable: "competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    hours = table.Column<int>(type: "int", nullable: false),
                    competency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reaches_level = table.Column<int>(type: "int", nullable: false),
                    mbo_basics = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                    table.ForeignKey(
                        name: "fk_courses_competencies_competency_id",
                        column: x => x.competency_id,
                        principalSchema: "development",
                        principalTable: "competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "briefings",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    objective_ids = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefings", x => x.id);
                    table.ForeignKey(
                        name: "fk_briefings_cycle_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "planning",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cycle_trees",
                schema: "planning",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    last_number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_trees", x => x.cycle_id);
                    table.ForeignKey(
                        name: "fk_cycle_trees_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "planning",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_approaches",
                schema: "planning",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    approach = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_approaches", x => new { x.unit_id, x.cycle_id });
                    table.ForeignKey(
                        name: "fk_unit_approaches_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "planning",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_awards",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    target_minor = table.Column<long>(type: "bigint", nullable: false),
                    individual_score = table.Column<long>(type: "bigint", nullable: true),
                    individual_percent = table.Column<long>(type: "bigint", nullable: false),
                    individual_minor = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    team_assessed = table.Column<int>(type: "int", nullable: false),
                    team_score = table.Column<long>(type: "bigint", nullable: true),
                    team_percent = table.Column<long>(type: "bigint", nullable: false),
                    team_minor = table.Column<long>(type: "bigint", nullable: false),
                    company_assessed = table.Column<int>(type: "int", nullable: false),
                    company_score = table.Column<long>(type: "bigint", nullable: true),
                    company_percent = table.Column<long>(type: "bigint", nullable: false),
                    company_minor = table.Column<long>(type: "bigint", nullable: false),
                    owed_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_awards", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_awards_incentive_scheme_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "performance",
                        principalTable: "incentive_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    target_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_participants_incentive_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "performance",
                        principalTable: "incentive_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "strategy_elements",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    from = table.Column<int>(type: "int", nullable: false),
                    until = table.Column<int>(type: "int", nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_elements", x => x.id);
                    table.ForeignKey(
                        name: "fk_strategy_elements_measures_measure_id",
                        column: x => x.measure_id,
                        principalSchema: "planning",
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_strategy_elements_strategy_elements_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "planning",
                        principalTable: "strategy_elements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "needed_competencies",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    needs_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    competency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    level = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needed_competencies", x => x.id);
                    table.ForeignKey(
                        name: "fk_needed_competencies_competencies_competency_id",
                        column: x => x.competency_id,
                        principalSchema: "development",
                        principalTable: "competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_needed_competencies_objective_needs_needs_id",
                        column: x => x.needs_id,
                        principalSchema: "development",
                        principalTable: "objective_needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisals",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    self_review = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    self_score = table.Column<long>(type: "bigint", nullable: true),
                    self_appraised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    leader_review = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    appraised_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    appraised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    final_score = table.Column<long>(type: "bigint", nullable: true),
                    grade = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    calibration_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    calibrated_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    calibrated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    owner_signed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    leader_signed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    leader_signed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    dispute = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    disputed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    dispute_resolution = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    resolved_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisals", x => x.id);
                    table.ForeignKey(
                        name: "fk_appraisals_scorecard_scorecard_id",
                        column: x => x.scorecard_id,
                        principalSchema: "performance",
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rebalances",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cause_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    before = table.Column<string>(type: "varchar(1440)", unicode: false, maxLength: 1440, nullable: false),
                    proposed = table.Column<string>(type: "varchar(1440)", unicode: false, maxLength: 1440, nullable: false),
                    after = table.Column<string>(type: "varchar(1440)", unicode: false, maxLength: 1440, nullable: false),
                    score_before = table.Column<long>(type: "bigint", nullable: true),
                    score_after = table.Column<long>(type: "bigint", nullable: true),
                    requested_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rebalances", x => x.id);
                    table.ForeignKey(
                        name: "fk_rebalances_scorecard_scorecard_id",
                        column: x => x.scorecard_id,
                        principalSchema: "performance",
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scorecard_items",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    weight = table.Column<int>(type: "int", nullable: false),
                    former_weight = table.Column<int>(type: "int", nullable: false),
                    rule_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    exempted_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    kept_attainment = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scorecard_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_scorecard_items_scorecard_scorecard_id",
                        column: x => x.scorecard_id,
                        principalSchema: "performance",
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scorecard_items_scoring_rule_rule_id",
                        column: x => x.rule_id,
                        principalSchema: "performance",
                        principalTable: "scoring_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    development_weight = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    profile_characteristics = table.Column<int>(type: "int", nullable: false),
                    profile_competition = table.Column<int>(type: "int", nullable: false),
                    profile_development = table.Column<int>(type: "int", nullable: false),
                    profile_environment = table.Column<int>(type: "int", nullable: false),
                    profile_resources = table.Column<int>(type: "int", nullable: false),
                    profile_strategic_deployment = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.id);
                    table.ForeignKey(
                        name: "fk_regions_unit_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "organization",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_prerequisites",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    course_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    prerequisite_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_prerequisites", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_prerequisites_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "development",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_prerequisites_course_prerequisite_id",
                        column: x => x.prerequisite_id,
                        principalSchema: "development",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                schema: "development",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    plan_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    course_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    coach_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    competency_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    target_level = table.Column<int>(type: "int", nullable: false),
                    for_objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    result = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_told = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_items_competencies_competency_id",
                        column: x => x.competency_id,
                        principalSchema: "development",
                        principalTable: "competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_items_courses_course_id",
                        column: x => x.course_id,
                        principalSchema: "development",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_items_development_plan_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "development",
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acknowledgements",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    briefing_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acknowledgements", x => x.id);
                    table.ForeignKey(
                        name: "fk_acknowledgements_briefing_briefing_id",
                        column: x => x.briefing_id,
                        principalSchema: "planning",
                        principalTable: "briefings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objectives",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(48)", maxLength: 48, nullable: false, collation: "Latin1_General_BIN2"),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    level = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    origin = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    position_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    responsibility_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    strategy_element_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    important = table.Column<bool>(type: "bit", nullable: false),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    path = table.Column<string>(type: "varchar(600)", unicode: false, maxLength: 600, nullable: false, collation: "Latin1_General_BIN2"),
                    depth = table.Column<int>(type: "int", nullable: false),
                    contribution = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    roll_up_weight = table.Column<long>(type: "bigint", nullable: false),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    baseline = table.Column<long>(type: "bigint", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: false),
                    lower_bound = table.Column<long>(type: "bigint", nullable: true),
                    phased_by = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    phasing = table.Column<string>(type: "varchar(768)", unicode: false, maxLength: 768, nullable: true),
                    is_exempt = table.Column<bool>(type: "bit", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state_from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objectives", x => x.id);
                    table.ForeignKey(
                        name: "fk_objectives_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "planning",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objectives_measures_measure_id",
                        column: x => x.measure_id,
                        principalSchema: "planning",
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objectives_objectives_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objectives_strategy_element_strategy_element_id",
                        column: x => x.strategy_element_id,
                        principalSchema: "planning",
                        principalTable: "strategy_elements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score_adjustments",
                schema: "performance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    appraisal_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    item_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_adjustments", x => x.id);
                    table.ForeignKey(
                        name: "fk_score_adjustments_appraisals_appraisal_id",
                        column: x => x.appraisal_id,
                        principalSchema: "performance",
                        principalTable: "appraisals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    relative_strength = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_positions_region_region_id",
                        column: x => x.region_id,
                        principalSchema: "organization",
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_positions_unit_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "organization",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "authority_grants",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    scope = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    limit_amount = table.Column<long>(type: "bigint", nullable: true),
                    limit_currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_authority_grants_objective_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    mentions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_comments_objective_subject_id",
                        column: x => x.subject_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    severity = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    rank = table.Column<int>(type: "int", nullable: false),
                    related = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    magnitude = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<long>(type: "bigint", nullable: true),
                    limit = table.Column<long>(type: "bigint", nullable: true),
                    repairable = table.Column<bool>(type: "bit", nullable: false),
                    waived = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_findings_objective_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "negotiation_entries",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    side = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    content_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_negotiation_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_negotiation_entries_objective_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    manager_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                    table.ForeignKey(
                        name: "fk_projects_objectives_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    content_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    voided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_signatures_objectives_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_requests",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    what = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    from_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    is_final = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_requests_objectives_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_items_objectives_objective_id",
                        column: x => x.objective_id,
                        principalSchema: "planning",
                        principalTable: "objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_number = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_BIN2"),
                    locale = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    mail = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    superior_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    relative_strength = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    password_set_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    is_executive = table.Column<bool>(type: "bit", nullable: false),
                    is_hr = table.Column<bool>(type: "bit", nullable: false),
                    is_auditor = table.Column<bool>(type: "bit", nullable: false),
                    is_administrator = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_people_people_superior_id",
                        column: x => x.superior_id,
                        principalSchema: "organization",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_position_position_id",
                        column: x => x.position_id,
                        principalSchema: "organization",
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_unit_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "organization",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    project_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    depends_on = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    percent_complete = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => x.id);
                    table.ForeignKey(
                        name: "fk_milestones_project_project_id",
                        column: x => x.project_id,
                        principalSchema: "planning",
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    expires = table.Column<DateOnly>(type: "date", nullable: false),
                    read_only = table.Column<bool>(type: "bit", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_tokens_person_person_id",
                        column: x => x.person_id,
                        principalSchema: "organization",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers",
                schema: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    region_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    profile_credit = table.Column<int>(type: "int", nullable: false),
                    profile_finances = table.Column<int>(type: "int", nullable: false),
                    profile_strength = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change_hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_person_account_owner_id",
                        column: x => x.account_owner_id,
                        principalSchema: "organization",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customers_region_region_id",
                        column: x => x.region_id,
                        principalSchema: "organization",
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                schema: "development",
                table: "catalogue_stamps",
                columns: new[] { "id", "number" },
                values: new object[] { 1, 1L });

            migrationBuilder.InsertData(
                schema: "organization",
                table: "structure_stamps",
                columns: new[] { "id", "number" },
                values: new object[] { 1, 1L });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_person_id",
                schema: "organization",
                table: "access_tokens",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_acknowledgements_briefing_id_person_id",
                schema: "planning",
                table: "acknowledgements",
                columns: new[] { "briefing_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acknowledgements_person_id",
                schema: "planning",
                table: "acknowledgements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_actuals_corrects_id",
                schema: "monitoring",
                table: "actuals",
                column: "corrects_id",
                unique: true,
                filter: "corrects_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_actuals_objective_id",
                schema: "monitoring",
                table: "actuals",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_actuals_objective_id_period",
                schema: "monitoring",
                table: "actuals",
                columns: new[] { "objective_id", "period" },
                unique: true,
                filter: "corrects_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appraisals_scorecard_id",
                schema: "performance",
                table: "appraisals",
                column: "scorecard_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessments_competency_id",
                schema: "development",
                table: "assessments",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_person_id_competency_id",
                schema: "development",
                table: "assessments",
                columns: new[] { "person_id", "competency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendees_meeting_id_person_id",
                schema: "monitoring",
                table: "attendees",
                columns: new[] { "meeting_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authority_grants_objective_id",
                schema: "planning",
                table: "authority_grants",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_authority_grants_to_id",
                schema: "planning",
                table: "authority_grants",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_briefings_cycle_id_published_at",
                schema: "planning",
                table: "briefings",
                columns: new[] { "cycle_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_briefings_cycle_id_unit_id_kind",
                schema: "planning",
                table: "briefings",
                columns: new[] { "cycle_id", "unit_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_cycle_id_status",
                schema: "improvement",
                table: "cases",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_deviation_id",
                schema: "improvement",
                table: "cases",
                column: "deviation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_objective_id",
                schema: "improvement",
                table: "cases",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_status_measure_id_closed_at",
                schema: "improvement",
                table: "cases",
                columns: new[] { "status", "measure_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_status_owner_id",
                schema: "improvement",
                table: "cases",
                columns: new[] { "status", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_status_responsible_id",
                schema: "improvement",
                table: "cases",
                columns: new[] { "status", "responsible_id" });

            migrationBuilder.CreateIndex(
                name: "ix_causes_case_id",
                schema: "improvement",
                table: "causes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_at_id",
                schema: "platform",
                table: "changes",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_changes_by_at",
                schema: "platform",
                table: "changes",
                columns: new[] { "by", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_changes_subject_id_sequence",
                schema: "platform",
                table: "changes",
                columns: new[] { "subject_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_subject_id_at",
                schema: "planning",
                table: "comments",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_competencies_code",
                schema: "development",
                table: "competencies",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_points_cycle_id_date",
                schema: "monitoring",
                table: "control_points",
                columns: new[] { "cycle_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_control_points_objective_id_date",
                schema: "monitoring",
                table: "control_points",
                columns: new[] { "objective_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coordinated_units_deviation_id_unit_id",
                schema: "monitoring",
                table: "coordinated_units",
                columns: new[] { "deviation_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_countermeasures_case_id",
                schema: "improvement",
                table: "countermeasures",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_prerequisites_course_id_prerequisite_id",
                schema: "development",
                table: "course_prerequisites",
                columns: new[] { "course_id", "prerequisite_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_prerequisites_prerequisite_id",
                schema: "development",
                table: "course_prerequisites",
                column: "prerequisite_id");

            migrationBuilder.CreateIndex(
                name: "ix_courses_code",
                schema: "development",
                table: "courses",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courses_competency_id",
                schema: "development",
                table: "courses",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_case_id",
                schema: "improvement",
                table: "criteria",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_account_owner_id",
                schema: "organization",
                table: "customers",
                column: "account_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_code",
                schema: "organization",
                table: "customers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_region_id",
                schema: "organization",
                table: "customers",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_cycles_code_prefix",
                schema: "planning",
                table: "cycles",
                column: "code_prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cycles_name",
                schema: "planning",
                table: "cycles",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deviations_cycle_id_status",
                schema: "monitoring",
                table: "deviations",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_deviations_meeting_id",
                schema: "monitoring",
                table: "deviations",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_deviations_objective_id",
                schema: "monitoring",
                table: "deviations",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_failed_sign_ins_last_at",
                schema: "organization",
                table: "failed_sign_ins",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_final_awards_person_id_cycle_id",
                schema: "performance",
                table: "final_awards",
                columns: new[] { "person_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_final_awards_scheme_id_person_id",
                schema: "performance",
                table: "final_awards",
                columns: new[] { "scheme_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_cycle_id_kind",
                schema: "planning",
                table: "findings",
                columns: new[] { "cycle_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_cycle_id_rank",
                schema: "planning",
                table: "findings",
                columns: new[] { "cycle_id", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_objective_id",
                schema: "planning",
                table: "findings",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_incentive_schemes_cycle_id_name",
                schema: "performance",
                table: "incentive_schemes",
                columns: new[] { "cycle_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_status",
                schema: "platform",
                table: "jobs",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_kept_months_cycle_id",
                schema: "monitoring",
                table: "kept_months",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_likeness_keys_objective_id",
                schema: "planning",
                table: "likeness_keys",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_logged_readings_at_id",
                schema: "performance",
                table: "logged_readings",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_measures_code",
                schema: "planning",
                table: "measures",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_milestones_objective_id",
                schema: "planning",
                table: "milestones",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestones_owner_id",
                schema: "planning",
                table: "milestones",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestones_project_id",
                schema: "planning",
                table: "milestones",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_missed_control_points_cycle_id_missed_on",
                schema: "monitoring",
                table: "missed_control_points",
                columns: new[] { "cycle_id", "missed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_missed_control_points_objective_id",
                schema: "monitoring",
                table: "missed_control_points",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_needed_competencies_competency_id_cycle_id",
                schema: "development",
                table: "needed_competencies",
                columns: new[] { "competency_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_needed_competencies_needs_id",
                schema: "development",
                table: "needed_competencies",
                column: "needs_id");

            migrationBuilder.CreateIndex(
                name: "ix_needed_competencies_objective_id_competency_id",
                schema: "development",
                table: "needed_competencies",
                columns: new[] { "objective_id", "competency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_negotiation_entries_objective_id_at",
                schema: "planning",
                table: "negotiation_entries",
                columns: new[] { "objective_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_at",
                schema: "platform",
                table: "notifications",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_awaits_digest",
                schema: "platform",
                table: "notifications",
                column: "awaits_digest");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_mail_id",
                schema: "platform",
                table: "notifications",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_at_id",
                schema: "platform",
                table: "notifications",
                columns: new[] { "person_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_read_at",
                schema: "platform",
                table: "notifications",
                columns: new[] { "person_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_needs_cycle_id",
                schema: "development",
                table: "objective_needs",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_objective_needs_objective_id",
                schema: "development",
                table: "objective_needs",
                column: "objective_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objective_versions_cycle_id_path_valid_from",
                schema: "planning",
                table: "objective_versions",
                columns: new[] { "cycle_id", "path", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_versions_parent_id_valid_from",
                schema: "planning",
                table: "objective_versions",
                columns: new[] { "parent_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_objectives_code",
                schema: "planning",
                table: "objectives",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objectives_cycle_id_code",
                schema: "planning",
                table: "objectives",
                columns: new[] { "cycle_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_objectives_cycle_id_measure_id_code",
                schema: "planning",
                table: "objectives",
                columns: new[] { "cycle_id", "measure_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_objectives_cycle_id_path",
                schema: "planning",
                table: "objectives",
                columns: new[] { "cycle_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objectives_measure_id_unit_id",
                schema: "planning",
                table: "objectives",
                columns: new[] { "measure_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_objectives_owner_id_cycle_id",
                schema: "planning",
                table: "objectives",
                columns: new[] { "owner_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_objectives_parent_id",
                schema: "planning",
                table: "objectives",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_objectives_strategy_element_id",
                schema: "planning",
                table: "objectives",
                column: "strategy_element_id");

            migrationBuilder.CreateIndex(
                name: "ix_objectives_unit_id_cycle_id",
                schema: "planning",
                table: "objectives",
                columns: new[] { "unit_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_office_meetings_date",
                schema: "monitoring",
                table: "office_meetings",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_aggregate_id",
                schema: "platform",
                table: "outbox_messages",
                column: "aggregate_id",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_claimed_by",
                schema: "platform",
                table: "outbox_messages",
                column: "claimed_by",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_created_at_ordinal",
                schema: "platform",
                table: "outbox_messages",
                columns: new[] { "created_at", "ordinal" },
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_delivered_at",
                schema: "platform",
                table: "outbox_messages",
                column: "delivered_at",
                filter: "delivered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_person_id_digest_of",
                schema: "platform",
                table: "outgoing_mails",
                columns: new[] { "person_id", "digest_of" },
                unique: true,
                filter: "digest_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_state_not_before",
                schema: "platform",
                table: "outgoing_mails",
                columns: new[] { "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_participants_person_id",
                schema: "performance",
                table: "participants",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_participants_scheme_id_person_id",
                schema: "performance",
                table: "participants",
                columns: new[] { "scheme_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_past_standings_cycle_id_until",
                schema: "monitoring",
                table: "past_standings",
                columns: new[] { "cycle_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_people_email",
                schema: "organization",
                table: "people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_employee_number",
                schema: "organization",
                table: "people",
                column: "employee_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_position_id",
                schema: "organization",
                table: "people",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_superior_id",
                schema: "organization",
                table: "people",
                column: "superior_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_unit_id",
                schema: "organization",
                table: "people",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_period_figures_cycle_id_granularity_until",
                schema: "monitoring",
                table: "period_figures",
                columns: new[] { "cycle_id", "granularity", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_competency_id",
                schema: "development",
                table: "plan_items",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_course_id",
                schema: "development",
                table: "plan_items",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_person_id_competency_id",
                schema: "development",
                table: "plan_items",
                columns: new[] { "person_id", "competency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_plan_id",
                schema: "development",
                table: "plan_items",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_status_due",
                schema: "development",
                table: "plan_items",
                columns: new[] { "status", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_cycle_id",
                schema: "development",
                table: "plans",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_plans_person_id_cycle_id",
                schema: "development",
                table: "plans",
                columns: new[] { "person_id", "cycle_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_positions_code",
                schema: "organization",
                table: "positions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_positions_region_id",
                schema: "organization",
                table: "positions",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_positions_unit_id",
                schema: "organization",
                table: "positions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_control_point_id",
                schema: "monitoring",
                table: "progress_reports",
                column: "control_point_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_cycle_id_date",
                schema: "monitoring",
                table: "progress_reports",
                columns: new[] { "cycle_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_objective_id",
                schema: "monitoring",
                table: "progress_reports",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_objective_id",
                schema: "planning",
                table: "projects",
                column: "objective_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pulse_answers_cycle_id_period_unit_id",
                schema: "improvement",
                table: "pulse_answers",
                columns: new[] { "cycle_id", "period", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_readiness_person_id",
                schema: "development",
                table: "readiness",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rebalances_scorecard_id",
                schema: "performance",
                table: "rebalances",
                column: "scorecard_id");

            migrationBuilder.CreateIndex(
                name: "ix_rebalances_status",
                schema: "performance",
                table: "rebalances",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_recognitions_at_id",
                schema: "performance",
                table: "recognitions",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognitions_development_item_id",
                schema: "performance",
                table: "recognitions",
                column: "development_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_recognitions_to_id_at",
                schema: "performance",
                table: "recognitions",
                columns: new[] { "to_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_recognitions_unit_id_at",
                schema: "performance",
                table: "recognitions",
                columns: new[] { "unit_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_regions_code",
                schema: "organization",
                table: "regions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_regions_unit_id",
                schema: "organization",
                table: "regions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_case_id_at",
                schema: "improvement",
                table: "reports",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_deviation_id",
                schema: "monitoring",
                table: "resolutions",
                column: "deviation_id");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_meeting_id",
                schema: "monitoring",
                table: "resolutions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_responsible_id",
                schema: "monitoring",
                table: "resolutions",
                column: "responsible_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibilities_holder_id",
                schema: "organization",
                table: "responsibilities",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_score_adjustments_appraisal_id",
                schema: "performance",
                table: "score_adjustments",
                column: "appraisal_id");

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_items_objective_id",
                schema: "performance",
                table: "scorecard_items",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_items_rule_id",
                schema: "performance",
                table: "scorecard_items",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_items_scorecard_id_objective_id",
                schema: "performance",
                table: "scorecard_items",
                columns: new[] { "scorecard_id", "objective_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scorecards_cycle_id_person_id",
                schema: "performance",
                table: "scorecards",
                columns: new[] { "cycle_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scorecards_person_id_status",
                schema: "performance",
                table: "scorecards",
                columns: new[] { "person_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_scoring_rules_name",
                schema: "performance",
                table: "scoring_rules",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_access_token_id",
                schema: "organization",
                table: "sessions",
                column: "access_token_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_expires_at",
                schema: "organization",
                table: "sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_token_hash",
                schema: "organization",
                table: "sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlements_deviation_id_round_by_owner",
                schema: "monitoring",
                table: "settlements",
                columns: new[] { "deviation_id", "round", "by_owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signatures_by_id",
                schema: "planning",
                table: "signatures",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_signatures_objective_id_at",
                schema: "planning",
                table: "signatures",
                columns: new[] { "objective_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_stale_standings_cycle_id",
                schema: "monitoring",
                table: "stale_standings",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_standings_cycle_id_unit_id",
                schema: "monitoring",
                table: "standings",
                columns: new[] { "cycle_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_at",
                schema: "platform",
                table: "stored_answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_strategy_elements_measure_id",
                schema: "planning",
                table: "strategy_elements",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_strategy_elements_parent_id",
                schema: "planning",
                table: "strategy_elements",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_from_person_id_status",
                schema: "planning",
                table: "support_requests",
                columns: new[] { "from_person_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_from_unit_id_status",
                schema: "planning",
                table: "support_requests",
                columns: new[] { "from_unit_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_support_requests_objective_id",
                schema: "planning",
                table: "support_requests",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_target_revisions_cycle_id_status",
                schema: "planning",
                table: "target_revisions",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_target_revisions_objective_id",
                schema: "planning",
                table: "target_revisions",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_approaches_cycle_id",
                schema: "planning",
                table: "unit_approaches",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_units_code",
                schema: "organization",
                table: "units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_units_parent_id",
                schema: "organization",
                table: "units",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_case_id_at",
                schema: "improvement",
                table: "verifications",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_at",
                schema: "platform",
                table: "webhook_deliveries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_state_not_before",
                schema: "platform",
                table: "webhook_deliveries",
                columns: new[] { "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_id_message_id",
                schema: "platform",
                table: "webhook_deliveries",
                columns: new[] { "webhook_id", "message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_active",
                schema: "platform",
                table: "webhooks",
                column: "active");

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_person_id",
                schema: "platform",
                table: "webhooks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_objective_id",
                schema: "planning",
                table: "work_items",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_owner_id",
                schema: "planning",
                table: "work_items",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_tokens",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "acknowledgements",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "actuals",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "development");

            migrationBuilder.DropTable(
                name: "attendees",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "authority_grants",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "catalogue_stamps",
                schema: "development");

            migrationBuilder.DropTable(
                name: "causes",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "changes",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "comments",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "companies",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "control_points",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "coordinated_units",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "countermeasures",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "course_prerequisites",
                schema: "development");

            migrationBuilder.DropTable(
                name: "criteria",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "customers",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "cycle_controls",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "cycle_figures",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "cycle_standings",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "cycle_trees",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "deviations",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "effects",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "failed_sign_ins",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "final_awards",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "finding_waivers",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "holiday_years",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "holidays",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "kept_months",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "known_standings",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "likeness_keys",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "logged_readings",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "milestones",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "missed_control_points",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "needed_competencies",
                schema: "development");

            migrationBuilder.DropTable(
                name: "negotiation_entries",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "notifications",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "objective_versions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "office_meetings",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "outgoing_mails",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "participants",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "passwords",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "past_standings",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "period_figures",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "periodic_runs",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "plan_items",
                schema: "development");

            migrationBuilder.DropTable(
                name: "progress_reports",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "pulse_answers",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "pulse_receipts",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "readiness",
                schema: "development");

            migrationBuilder.DropTable(
                name: "rebalances",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "recognitions",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "reports",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "resolutions",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "responsibilities",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "score_adjustments",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "scorecard_items",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "settings",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "settlements",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "signatures",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "stale_figures",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "stale_standings",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "standings",
                schema: "monitoring");

            migrationBuilder.DropTable(
                name: "stored_answers",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "structure_stamps",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "support_requests",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "target_revisions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "unit_approaches",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "upload_chunks",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "uploads",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "verifications",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "webhook_deliveries",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "webhook_secrets",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "webhooks",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "work_items",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "briefings",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "people",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "projects",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "objective_needs",
                schema: "development");

            migrationBuilder.DropTable(
                name: "incentive_schemes",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "courses",
                schema: "development");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "development");

            migrationBuilder.DropTable(
                name: "appraisals",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "scoring_rules",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "positions",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "objectives",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "competencies",
                schema: "development");

            migrationBuilder.DropTable(
                name: "scorecards",
                schema: "performance");

            migrationBuilder.DropTable(
                name: "regions",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "cycles",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "strategy_elements",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "units",
                schema: "organization");

            migrationBuilder.DropTable(
                name: "measures",
                schema: "planning");
        }
    }
}
