using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "development_catalogue_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_catalogue_stamps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_competencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    levels = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_competencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_objective_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_objective_needs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_readiness",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    management_knowledge = table.Column<int>(type: "INTEGER", nullable: false),
                    self_management = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    assessed_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trained_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waived_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    waiver_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    waived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_readiness", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "improvement_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    symptoms = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    lessons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    chosen_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rationale = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_every_days = table.Column<int>(type: "INTEGER", nullable: true),
                    next_report_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verifiable_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_told = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    missed_told = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "improvement_pulse_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attainable = table.Column<int>(type: "INTEGER", nullable: false),
                    executive_support = table.Column<int>(type: "INTEGER", nullable: false),
                    trust_in_leader = table.Column<int>(type: "INTEGER", nullable: false),
                    fairness = table.Column<int>(type: "INTEGER", nullable: false),
                    encouragement = table.Column<int>(type: "INTEGER", nullable: false),
                    paperwork = table.Column<int>(type: "INTEGER", nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_pulse_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "improvement_pulse_receipts",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_pulse_receipts", x => new { x.person_id, x.cycle_id, x.period });
                });

            migrationBuilder.CreateTable(
                name: "monitoring_actuals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    reported_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    evidence_url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    corrects_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    correction_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_actuals", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_actuals_monitoring_actuals_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "monitoring_actuals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_attendees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_attendees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_control_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    tolerance = table.Column<long>(type: "INTEGER", nullable: true),
                    scheduled_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheduled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_control_points", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_coordinated_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_coordinated_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_cycle_controls",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    missed_until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_cycle_controls", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_cycle_figures",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    changes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_cycle_figures", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_cycle_standings",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    changes = table.Column<long>(type: "INTEGER", nullable: false),
                    looked_at = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_cycle_standings", x => x.cycle_id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_deviations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    actual = table.Column<long>(type: "INTEGER", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    external_cause = table.Column<bool>(type: "INTEGER", nullable: false),
                    severity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    severity_rank = table.Column<int>(type: "INTEGER", nullable: false),
                    route = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    is_routed = table.Column<bool>(type: "INTEGER", nullable: false),
                    route_note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    supervisor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    waits_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    news_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    escalated_to = table.Column<int>(type: "INTEGER", nullable: false),
                    resolved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_deviations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_effects",
                columns: table => new
                {
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    before = table.Column<long>(type: "INTEGER", nullable: true),
                    after = table.Column<long>(type: "INTEGER", nullable: true),
                    endangered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_effects", x => new { x.deviation_id, x.objective_id });
                });

            migrationBuilder.CreateTable(
                name: "monitoring_kept_months",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    share = table.Column<long>(type: "INTEGER", nullable: false),
                    rolled_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_kept_months", x => new { x.objective_id, x.month });
                });

            migrationBuilder.CreateTable(
                name: "monitoring_missed_control_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    missed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    escalated_to = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_missed_control_points", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_office_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held = table.Column<bool>(type: "INTEGER", nullable: false),
                    called_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_office_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_past_standings",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reach = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    has_parts = table.Column<bool>(type: "INTEGER", nullable: false),
                    actual_millionths = table.Column<long>(type: "INTEGER", nullable: true),
                    target_millionths = table.Column<long>(type: "INTEGER", nullable: true),
                    attainment_points = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_past_standings", x => new { x.objective_id, x.from });
                });

            migrationBuilder.CreateTable(
                name: "monitoring_period_figures",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false, collation: "BINARY"),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    granularity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    actual_millionths = table.Column<long>(type: "INTEGER", nullable: false),
                    target_millionths = table.Column<long>(type: "INTEGER", nullable: false),
                    attainment_points = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_period_figures", x => new { x.objective_id, x.period, x.from });
                });

            migrationBuilder.CreateTable(
                name: "monitoring_progress_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    control_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    self_review = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    difficulties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    support_needed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    minutes_spent = table.Column<int>(type: "INTEGER", nullable: true),
                    followed_up_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    followed_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    guidance = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    followed_up_in_time = table.Column<bool>(type: "INTEGER", nullable: true),
                    overdue_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_progress_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_resolutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    correction = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    overdue_told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_resolutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_settlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_owner = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agreement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_settlements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_stale_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_stale_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_stale_standings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_stale_standings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_standings",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reach = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    health = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    has_parts = table.Column<bool>(type: "INTEGER", nullable: false),
                    actual_millionths = table.Column<long>(type: "INTEGER", nullable: true),
                    target_millionths = table.Column<long>(type: "INTEGER", nullable: true),
                    attainment = table.Column<long>(type: "INTEGER", nullable: true),
                    projected = table.Column<long>(type: "INTEGER", nullable: true),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attainment_points = table.Column<int>(type: "INTEGER", nullable: true),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_standings", x => x.objective_id);
                });

            migrationBuilder.CreateTable(
                name: "organization_companies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_failed_sign_ins",
                columns: table => new
                {
                    login = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_failed_sign_ins", x => x.login);
                });

            migrationBuilder.CreateTable(
                name: "organization_holiday_years",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_holiday_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "organization_holidays",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    working = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_holidays", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "organization_passwords",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_passwords", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "organization_responsibilities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_responsibilities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    access_token_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    read_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_structure_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_structure_stamps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_units_organization_units_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organization_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_incentive_schemes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    individual_share = table.Column<int>(type: "INTEGER", nullable: false),
                    team_share = table.Column<int>(type: "INTEGER", nullable: false),
                    company_share = table.Column<int>(type: "INTEGER", nullable: false),
                    ranks_people = table.Column<bool>(type: "INTEGER", nullable: false),
                    budget_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    rules = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1600, nullable: true),
                    saved_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approval_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    finalised_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finalised_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owed_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_incentive_schemes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "performance_logged_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_logged_readings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "performance_recognitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    development_item_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_recognitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "performance_scorecards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    frozen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_scorecards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "performance_scoring_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    floor = table.Column<long>(type: "INTEGER", nullable: true),
                    cap = table.Column<long>(type: "INTEGER", nullable: true),
                    bands = table.Column<string>(type: "TEXT", unicode: false, maxLength: 640, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_scoring_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planning_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    code_prefix = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    carried_out_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_months = table.Column<string>(type: "TEXT", unicode: false, maxLength: 216, nullable: true),
                    policy_at_risk_probability = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_duplicate_similarity = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_escalation_days = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_follow_up_working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_individual_share_limit = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_paperwork_minutes_per_month = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_readiness_threshold = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_rebalance_bound = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_report_grace_days = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_stretch_percentile = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_tolerance = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_too_high_percentile = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_too_low_percentile = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_unacknowledged_briefing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planning_finding_waivers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    magnitude = table.Column<long>(type: "INTEGER", nullable: true),
                    related = table.Column<string>(type: "TEXT", nullable: false),
                    lapsed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_finding_waivers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planning_known_standings",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    health = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    attainment = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_known_standings", x => x.objective_id);
                });

            migrationBuilder.CreateTable(
                name: "planning_likeness_keys",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_likeness_keys", x => new { x.key, x.objective_id });
                });

            migrationBuilder.CreateTable(
                name: "planning_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_of_measure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    direction = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    aggregation = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_measures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planning_objective_versions",
                columns: table => new
                {
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false, collation: "BINARY"),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    origin = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    responsibility_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    strategy_element_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    important = table.Column<bool>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", unicode: false, maxLength: 600, nullable: false, collation: "BINARY"),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    contribution = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    roll_up_weight = table.Column<long>(type: "INTEGER", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    baseline = table.Column<long>(type: "INTEGER", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: false),
                    lower_bound = table.Column<long>(type: "INTEGER", nullable: true),
                    phased_by = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    phasing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 768, nullable: true),
                    is_exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_objective_versions", x => new { x.objective_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "planning_target_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deviation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    external_cause = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    new_target = table.Column<long>(type: "INTEGER", nullable: true),
                    new_phasing = table.Column<string>(type: "TEXT", maxLength: 768, nullable: true),
                    effective_from = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    work_plan_change = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    before_is_exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    before_phased_by = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    before_phasing = table.Column<string>(type: "TEXT", maxLength: 768, nullable: true),
                    before_status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    before_target = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_target_revisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_inbox_entries",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 128, nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_inbox_entries", x => new { x.consumer, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "platform_jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    heartbeat_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    awaits_digest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_notifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    aggregate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 256, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_periodic_runs",
                columns: table => new
                {
                    job = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_periodic_runs", x => new { x.job, x.period });
                });

            migrationBuilder.CreateTable(
                name: "platform_settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_stored_answers",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_stored_answers", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "platform_upload_chunks",
                columns: table => new
                {
                    upload_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_upload_chunks", x => new { x.upload_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "platform_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    webhook_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_webhook_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_webhook_secrets",
                columns: table => new
                {
                    webhook_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_webhook_secrets", x => x.webhook_id);
                });

            migrationBuilder.CreateTable(
                name: "platform_webhooks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    event_names = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2000, nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_webhooks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    competency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    assessed_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_assessments_competencies_competency_id",
                        column: x => x.competency_id,
                        principalTable: "development_competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "development_courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hours = table.Column<int>(type: "INTEGER", nullable: false),
                    competency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reaches_level = table.Column<int>(type: "INTEGER", nullable: false),
                    mbo_basics = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_courses", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_courses_competencies_competency_id",
                        column: x => x.competency_id,
                        principalTable: "development_competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "development_needed_competencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    needs_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    competency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_needed_competencies", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_needed_competencies_development_competencies_competency_id",
                        column: x => x.competency_id,
                        principalTable: "development_competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_development_needed_competencies_objective_needs_needs_id",
                        column: x => x.needs_id,
                        principalTable: "development_objective_needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "improvement_causes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    confirmed_root = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_causes", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_causes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "improvement_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "improvement_countermeasures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    addresses = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    cost_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    scores = table.Column<string>(type: "TEXT", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_countermeasures", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_countermeasures_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "improvement_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "improvement_criteria",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_criteria", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_criteria_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "improvement_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "improvement_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    effect = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    next = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    percent_complete = table.Column<int>(type: "INTEGER", nullable: false),
                    late = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_reports_improvement_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "improvement_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "improvement_verifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    periods = table.Column<string>(type: "TEXT", unicode: false, maxLength: 96, nullable: false),
                    gap_before = table.Column<long>(type: "INTEGER", nullable: false),
                    gap_after = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_verifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_verifications_improvement_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "improvement_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_regions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    development_weight = table.Column<long>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    profile_characteristics = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_competition = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_development = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_environment = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_resources = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_strategic_deployment = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_regions", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_regions_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_final_awards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    individual_score = table.Column<long>(type: "INTEGER", nullable: true),
                    individual_percent = table.Column<long>(type: "INTEGER", nullable: false),
                    individual_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    team_assessed = table.Column<int>(type: "INTEGER", nullable: false),
                    team_score = table.Column<long>(type: "INTEGER", nullable: true),
                    team_percent = table.Column<long>(type: "INTEGER", nullable: false),
                    team_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    company_assessed = table.Column<int>(type: "INTEGER", nullable: false),
                    company_score = table.Column<long>(type: "INTEGER", nullable: true),
                    company_percent = table.Column<long>(type: "INTEGER", nullable: false),
                    company_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    owed_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_final_awards", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_final_awards_incentive_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "performance_incentive_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_participants_performance_incentive_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "performance_incentive_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_appraisals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    self_review = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    self_score = table.Column<long>(type: "INTEGER", nullable: true),
                    self_appraised_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leader_review = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    appraised_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    appraised_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    final_score = table.Column<long>(type: "INTEGER", nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    calibration_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    calibrated_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    calibrated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    owner_signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leader_signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leader_signed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dispute = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    disputed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    dispute_resolution = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    resolved_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    resolved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_appraisals", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_appraisals_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "performance_scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_rebalances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cause_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    before = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1440, nullable: false),
                    proposed = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1440, nullable: false),
                    after = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1440, nullable: false),
                    score_before = table.Column<long>(type: "INTEGER", nullable: true),
                    score_after = table.Column<long>(type: "INTEGER", nullable: true),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_rebalances", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_rebalances_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "performance_scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "performance_scorecard_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    former_weight = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    exempted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kept_attainment = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_scorecard_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_scorecard_items_performance_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "performance_scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_performance_scorecard_items_scoring_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "performance_scoring_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_briefings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    objective_ids = table.Column<string>(type: "TEXT", nullable: false),
                    published_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_briefings", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_briefings_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "planning_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_cycle_trees",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_cycle_trees", x => x.cycle_id);
                    table.ForeignKey(
                        name: "fk_planning_cycle_trees_planning_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "planning_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_unit_approaches",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    approach = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_unit_approaches", x => new { x.unit_id, x.cycle_id });
                    table.ForeignKey(
                        name: "fk_planning_unit_approaches_planning_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "planning_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_strategy_elements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_strategy_elements", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_strategy_elements_planning_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "planning_measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_strategy_elements_planning_strategy_elements_parent_id",
                        column: x => x.parent_id,
                        principalTable: "planning_strategy_elements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "development_course_prerequisites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    prerequisite_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_course_prerequisites", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_course_prerequisites_development_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "development_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_development_course_prerequisites_development_courses_prerequisite_id",
                        column: x => x.prerequisite_id,
                        principalTable: "development_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "development_plan_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    coach_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    competency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_level = table.Column<int>(type: "INTEGER", nullable: false),
                    for_objective_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    overdue_told = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_plan_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_development_plan_items_development_competencies_competency_id",
                        column: x => x.competency_id,
                        principalTable: "development_competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_development_plan_items_development_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "development_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_development_plan_items_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "development_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_positions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    relative_strength = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_positions_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "organization_regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_positions_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_score_adjustments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appraisal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_score_adjustments", x => x.id);
                    table.ForeignKey(
                        name: "fk_performance_score_adjustments_performance_appraisals_appraisal_id",
                        column: x => x.appraisal_id,
                        principalTable: "performance_appraisals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_acknowledgements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    briefing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_acknowledgements", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_acknowledgements_briefings_briefing_id",
                        column: x => x.briefing_id,
                        principalTable: "planning_briefings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_objectives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false, collation: "BINARY"),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    origin = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    responsibility_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    strategy_element_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    important = table.Column<bool>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", unicode: false, maxLength: 600, nullable: false, collation: "BINARY"),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    contribution = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    roll_up_weight = table.Column<long>(type: "INTEGER", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    baseline = table.Column<long>(type: "INTEGER", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: false),
                    lower_bound = table.Column<long>(type: "INTEGER", nullable: true),
                    phased_by = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    phasing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 768, nullable: true),
                    is_exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state_from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_objectives", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_objectives_planning_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "planning_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_objectives_planning_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "planning_measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_objectives_planning_objectives_parent_id",
                        column: x => x.parent_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planning_objectives_strategy_elements_strategy_element_id",
                        column: x => x.strategy_element_id,
                        principalTable: "planning_strategy_elements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    employee_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false, collation: "BINARY"),
                    locale = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    mail = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    superior_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    relative_strength = table.Column<long>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_set_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_executive = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_hr = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_auditor = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_administrator = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_people_organization_people_superior_id",
                        column: x => x.superior_id,
                        principalTable: "organization_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_people_positions_position_id",
                        column: x => x.position_id,
                        principalTable: "organization_positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_people_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "organization_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_authority_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    limit_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    limit_currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_authority_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_authority_grants_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    mentions = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_comments_objectives_subject_id",
                        column: x => x.subject_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    severity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    related = table.Column<string>(type: "TEXT", nullable: false),
                    magnitude = table.Column<long>(type: "INTEGER", nullable: true),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    limit = table.Column<long>(type: "INTEGER", nullable: true),
                    repairable = table.Column<bool>(type: "INTEGER", nullable: false),
                    waived = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_findings_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_negotiation_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_negotiation_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_negotiation_entries_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    manager_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_projects", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_projects_planning_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    voided_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_signatures_planning_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_support_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    needed_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_final = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_support_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_support_requests_planning_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_work_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_work_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_work_items_planning_objectives_objective_id",
                        column: x => x.objective_id,
                        principalTable: "planning_objectives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_access_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    expires = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    read_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_access_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_access_tokens_people_person_id",
                        column: x => x.person_id,
                        principalTable: "organization_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    profile_credit = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_finances = table.Column<int>(type: "INTEGER", nullable: false),
                    profile_strength = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    change_hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_customers_people_account_owner_id",
                        column: x => x.account_owner_id,
                        principalTable: "organization_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organization_customers_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "organization_regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_milestones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    objective_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    depends_on = table.Column<string>(type: "TEXT", nullable: false),
                    percent_complete = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_milestones", x => x.id);
                    table.ForeignKey(
                        name: "fk_planning_milestones_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "planning_projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "development_catalogue_stamps",
                columns: new[] { "id", "number" },
                values: new object[] { 1, 1L });

            migrationBuilder.InsertData(
                table: "organization_structure_stamps",
                columns: new[] { "id", "number" },
                values: new object[] { 1, 1L });

            migrationBuilder.CreateIndex(
                name: "ix_development_assessments_competency_id",
                table: "development_assessments",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_assessments_person_id_competency_id",
                table: "development_assessments",
                columns: new[] { "person_id", "competency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_development_competencies_code",
                table: "development_competencies",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_course_prerequisites_course_id_prerequisite_id",
                table: "development_course_prerequisites",
                columns: new[] { "course_id", "prerequisite_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_course_prerequisites_prerequisite_id",
                table: "development_course_prerequisites",
                column: "prerequisite_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_courses_code",
                table: "development_courses",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_courses_competency_id",
                table: "development_courses",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_needed_competencies_competency_id_cycle_id",
                table: "development_needed_competencies",
                columns: new[] { "competency_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_development_needed_competencies_needs_id",
                table: "development_needed_competencies",
                column: "needs_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_needed_competencies_objective_id_competency_id",
                table: "development_needed_competencies",
                columns: new[] { "objective_id", "competency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_objective_needs_cycle_id",
                table: "development_objective_needs",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_objective_needs_objective_id",
                table: "development_objective_needs",
                column: "objective_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_items_competency_id",
                table: "development_plan_items",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_items_course_id",
                table: "development_plan_items",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_items_person_id_competency_id",
                table: "development_plan_items",
                columns: new[] { "person_id", "competency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_items_plan_id",
                table: "development_plan_items",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_plan_items_status_due",
                table: "development_plan_items",
                columns: new[] { "status", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_development_plans_cycle_id",
                table: "development_plans",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_development_plans_person_id_cycle_id",
                table: "development_plans",
                columns: new[] { "person_id", "cycle_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_development_readiness_person_id",
                table: "development_readiness",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_cycle_id_status",
                table: "improvement_cases",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_deviation_id",
                table: "improvement_cases",
                column: "deviation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_objective_id",
                table: "improvement_cases",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_status_measure_id_closed_at",
                table: "improvement_cases",
                columns: new[] { "status", "measure_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_status_owner_id",
                table: "improvement_cases",
                columns: new[] { "status", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_cases_status_responsible_id",
                table: "improvement_cases",
                columns: new[] { "status", "responsible_id" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_causes_case_id",
                table: "improvement_causes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_countermeasures_case_id",
                table: "improvement_countermeasures",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_criteria_case_id",
                table: "improvement_criteria",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_pulse_answers_cycle_id_period_unit_id",
                table: "improvement_pulse_answers",
                columns: new[] { "cycle_id", "period", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_reports_case_id_at",
                table: "improvement_reports",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_verifications_case_id_at",
                table: "improvement_verifications",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_actuals_corrects_id",
                table: "monitoring_actuals",
                column: "corrects_id",
                unique: true,
                filter: "corrects_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_actuals_objective_id",
                table: "monitoring_actuals",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_actuals_objective_id_period",
                table: "monitoring_actuals",
                columns: new[] { "objective_id", "period" },
                unique: true,
                filter: "corrects_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_attendees_meeting_id_person_id",
                table: "monitoring_attendees",
                columns: new[] { "meeting_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_control_points_cycle_id_date",
                table: "monitoring_control_points",
                columns: new[] { "cycle_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_control_points_objective_id_date",
                table: "monitoring_control_points",
                columns: new[] { "objective_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_coordinated_units_deviation_id_unit_id",
                table: "monitoring_coordinated_units",
                columns: new[] { "deviation_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_deviations_cycle_id_status",
                table: "monitoring_deviations",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_deviations_meeting_id",
                table: "monitoring_deviations",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_deviations_objective_id",
                table: "monitoring_deviations",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_kept_months_cycle_id",
                table: "monitoring_kept_months",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_missed_control_points_cycle_id_missed_on",
                table: "monitoring_missed_control_points",
                columns: new[] { "cycle_id", "missed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_missed_control_points_objective_id",
                table: "monitoring_missed_control_points",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_office_meetings_date",
                table: "monitoring_office_meetings",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_past_standings_cycle_id_until",
                table: "monitoring_past_standings",
                columns: new[] { "cycle_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_period_figures_cycle_id_granularity_until",
                table: "monitoring_period_figures",
                columns: new[] { "cycle_id", "granularity", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_progress_reports_control_point_id",
                table: "monitoring_progress_reports",
                column: "control_point_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_progress_reports_cycle_id_date",
                table: "monitoring_progress_reports",
                columns: new[] { "cycle_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_progress_reports_objective_id",
                table: "monitoring_progress_reports",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_resolutions_deviation_id",
                table: "monitoring_resolutions",
                column: "deviation_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_resolutions_meeting_id",
                table: "monitoring_resolutions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_resolutions_responsible_id",
                table: "monitoring_resolutions",
                column: "responsible_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_settlements_deviation_id_round_by_owner",
                table: "monitoring_settlements",
                columns: new[] { "deviation_id", "round", "by_owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_stale_standings_cycle_id",
                table: "monitoring_stale_standings",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_standings_cycle_id_unit_id",
                table: "monitoring_standings",
                columns: new[] { "cycle_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_access_tokens_person_id",
                table: "organization_access_tokens",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_customers_account_owner_id",
                table: "organization_customers",
                column: "account_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_customers_code",
                table: "organization_customers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_customers_region_id",
                table: "organization_customers",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_failed_sign_ins_last_at",
                table: "organization_failed_sign_ins",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_organization_people_email",
                table: "organization_people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_people_employee_number",
                table: "organization_people",
                column: "employee_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_people_position_id",
                table: "organization_people",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_people_superior_id",
                table: "organization_people",
                column: "superior_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_people_unit_id",
                table: "organization_people",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_positions_code",
                table: "organization_positions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_positions_region_id",
                table: "organization_positions",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_positions_unit_id",
                table: "organization_positions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_regions_code",
                table: "organization_regions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_regions_unit_id",
                table: "organization_regions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_responsibilities_holder_id",
                table: "organization_responsibilities",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_sessions_access_token_id",
                table: "organization_sessions",
                column: "access_token_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_sessions_expires_at",
                table: "organization_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_organization_sessions_token_hash",
                table: "organization_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_units_code",
                table: "organization_units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_units_parent_id",
                table: "organization_units",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_appraisals_scorecard_id",
                table: "performance_appraisals",
                column: "scorecard_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_final_awards_person_id_cycle_id",
                table: "performance_final_awards",
                columns: new[] { "person_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_final_awards_scheme_id_person_id",
                table: "performance_final_awards",
                columns: new[] { "scheme_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_incentive_schemes_cycle_id_name",
                table: "performance_incentive_schemes",
                columns: new[] { "cycle_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_logged_readings_at_id",
                table: "performance_logged_readings",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_participants_person_id",
                table: "performance_participants",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_participants_scheme_id_person_id",
                table: "performance_participants",
                columns: new[] { "scheme_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_rebalances_scorecard_id",
                table: "performance_rebalances",
                column: "scorecard_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_rebalances_status",
                table: "performance_rebalances",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_performance_recognitions_at_id",
                table: "performance_recognitions",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_recognitions_development_item_id",
                table: "performance_recognitions",
                column: "development_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_recognitions_to_id_at",
                table: "performance_recognitions",
                columns: new[] { "to_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_recognitions_unit_id_at",
                table: "performance_recognitions",
                columns: new[] { "unit_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_score_adjustments_appraisal_id",
                table: "performance_score_adjustments",
                column: "appraisal_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_scorecard_items_objective_id",
                table: "performance_scorecard_items",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_scorecard_items_rule_id",
                table: "performance_scorecard_items",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "ix_performance_scorecard_items_scorecard_id_objective_id",
                table: "performance_scorecard_items",
                columns: new[] { "scorecard_id", "objective_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_scorecards_cycle_id_person_id",
                table: "performance_scorecards",
                columns: new[] { "cycle_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_scorecards_person_id_status",
                table: "performance_scorecards",
                columns: new[] { "person_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_performance_scoring_rules_name",
                table: "performance_scoring_rules",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_acknowledgements_briefing_id_person_id",
                table: "planning_acknowledgements",
                columns: new[] { "briefing_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_acknowledgements_person_id",
                table: "planning_acknowledgements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_authority_grants_objective_id",
                table: "planning_authority_grants",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_authority_grants_to_id",
                table: "planning_authority_grants",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_briefings_cycle_id_published_at",
                table: "planning_briefings",
                columns: new[] { "cycle_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_briefings_cycle_id_unit_id_kind",
                table: "planning_briefings",
                columns: new[] { "cycle_id", "unit_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_comments_subject_id_at",
                table: "planning_comments",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_cycles_code_prefix",
                table: "planning_cycles",
                column: "code_prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_cycles_name",
                table: "planning_cycles",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_findings_cycle_id_kind",
                table: "planning_findings",
                columns: new[] { "cycle_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_findings_cycle_id_rank",
                table: "planning_findings",
                columns: new[] { "cycle_id", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_findings_objective_id",
                table: "planning_findings",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_likeness_keys_objective_id",
                table: "planning_likeness_keys",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_measures_code",
                table: "planning_measures",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_milestones_objective_id",
                table: "planning_milestones",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_milestones_owner_id",
                table: "planning_milestones",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_milestones_project_id",
                table: "planning_milestones",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_negotiation_entries_objective_id_at",
                table: "planning_negotiation_entries",
                columns: new[] { "objective_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objective_versions_cycle_id_path_valid_from",
                table: "planning_objective_versions",
                columns: new[] { "cycle_id", "path", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objective_versions_parent_id_valid_from",
                table: "planning_objective_versions",
                columns: new[] { "parent_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_code",
                table: "planning_objectives",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_cycle_id_code",
                table: "planning_objectives",
                columns: new[] { "cycle_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_cycle_id_measure_id_code",
                table: "planning_objectives",
                columns: new[] { "cycle_id", "measure_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_cycle_id_path",
                table: "planning_objectives",
                columns: new[] { "cycle_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_measure_id_unit_id",
                table: "planning_objectives",
                columns: new[] { "measure_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_owner_id_cycle_id",
                table: "planning_objectives",
                columns: new[] { "owner_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_parent_id",
                table: "planning_objectives",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_strategy_element_id",
                table: "planning_objectives",
                column: "strategy_element_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_objectives_unit_id_cycle_id",
                table: "planning_objectives",
                columns: new[] { "unit_id", "cycle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_projects_objective_id",
                table: "planning_projects",
                column: "objective_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planning_signatures_by_id",
                table: "planning_signatures",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_signatures_objective_id_at",
                table: "planning_signatures",
                columns: new[] { "objective_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_strategy_elements_measure_id",
                table: "planning_strategy_elements",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_strategy_elements_parent_id",
                table: "planning_strategy_elements",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_support_requests_from_person_id_status",
                table: "planning_support_requests",
                columns: new[] { "from_person_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_support_requests_from_unit_id_status",
                table: "planning_support_requests",
                columns: new[] { "from_unit_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_support_requests_objective_id",
                table: "planning_support_requests",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_target_revisions_cycle_id_status",
                table: "planning_target_revisions",
                columns: new[] { "cycle_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_target_revisions_objective_id",
                table: "planning_target_revisions",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_unit_approaches_cycle_id",
                table: "planning_unit_approaches",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_work_items_objective_id",
                table: "planning_work_items",
                column: "objective_id");

            migrationBuilder.CreateIndex(
                name: "ix_planning_work_items_owner_id",
                table: "planning_work_items",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_changes_at_id",
                table: "platform_changes",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_changes_by_at",
                table: "platform_changes",
                columns: new[] { "by", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_changes_subject_id_sequence",
                table: "platform_changes",
                columns: new[] { "subject_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_jobs_status",
                table: "platform_jobs",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_at",
                table: "platform_notifications",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_awaits_digest",
                table: "platform_notifications",
                column: "awaits_digest");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_mail_id",
                table: "platform_notifications",
                column: "mail_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_person_id_at_id",
                table: "platform_notifications",
                columns: new[] { "person_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_person_id_read_at",
                table: "platform_notifications",
                columns: new[] { "person_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_outbox_messages_aggregate_id",
                table: "platform_outbox_messages",
                column: "aggregate_id",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outbox_messages_claimed_by",
                table: "platform_outbox_messages",
                column: "claimed_by",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outbox_messages_created_at_ordinal",
                table: "platform_outbox_messages",
                columns: new[] { "created_at", "ordinal" },
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outbox_messages_delivered_at",
                table: "platform_outbox_messages",
                column: "delivered_at",
                filter: "delivered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outgoing_mails_person_id_digest_of",
                table: "platform_outgoing_mails",
                columns: new[] { "person_id", "digest_of" },
                unique: true,
                filter: "digest_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outgoing_mails_state_not_before",
                table: "platform_outgoing_mails",
                columns: new[] { "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_stored_answers_at",
                table: "platform_stored_answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_webhook_deliveries_at",
                table: "platform_webhook_deliveries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_webhook_deliveries_state_not_before",
                table: "platform_webhook_deliveries",
                columns: new[] { "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_webhook_deliveries_webhook_id_message_id",
                table: "platform_webhook_deliveries",
                columns: new[] { "webhook_id", "message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_webhooks_active",
                table: "platform_webhooks",
                column: "active");

            migrationBuilder.CreateIndex(
                name: "ix_platform_webhooks_person_id",
                table: "platform_webhooks",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "development_assessments");

            migrationBuilder.DropTable(
                name: "development_catalogue_stamps");

            migrationBuilder.DropTable(
                name: "development_course_prerequisites");

            migrationBuilder.DropTable(
                name: "development_needed_competencies");

            migrationBuilder.DropTable(
                name: "development_plan_items");

            migrationBuilder.DropTable(
                name: "development_readiness");

            migrationBuilder.DropTable(
                name: "improvement_causes");

            migrationBuilder.DropTable(
                name: "improvement_countermeasures");

            migrationBuilder.DropTable(
                name: "improvement_criteria");

            migrationBuilder.DropTable(
                name: "improvement_pulse_answers");

            migrationBuilder.DropTable(
                name: "improvement_pulse_receipts");

            migrationBuilder.DropTable(
                name: "improvement_reports");

            migrationBuilder.DropTable(
                name: "improvement_verifications");

            migrationBuilder.DropTable(
                name: "monitoring_actuals");

            migrationBuilder.DropTable(
                name: "monitoring_attendees");

            migrationBuilder.DropTable(
                name: "monitoring_control_points");

            migrationBuilder.DropTable(
                name: "monitoring_coordinated_units");

            migrationBuilder.DropTable(
                name: "monitoring_cycle_controls");

            migrationBuilder.DropTable(
                name: "monitoring_cycle_figures");

            migrationBuilder.DropTable(
                name: "monitoring_cycle_standings");

            migrationBuilder.DropTable(
                name: "monitoring_deviations");

            migrationBuilder.DropTable(
                name: "monitoring_effects");

            migrationBuilder.DropTable(
                name: "monitoring_kept_months");

            migrationBuilder.DropTable(
                name: "monitoring_missed_control_points");

            migrationBuilder.DropTable(
                name: "monitoring_office_meetings");

            migrationBuilder.DropTable(
                name: "monitoring_past_standings");

            migrationBuilder.DropTable(
                name: "monitoring_period_figures");

            migrationBuilder.DropTable(
                name: "monitoring_progress_reports");

            migrationBuilder.DropTable(
                name: "monitoring_resolutions");

            migrationBuilder.DropTable(
                name: "monitoring_settlements");

            migrationBuilder.DropTable(
                name: "monitoring_stale_figures");

            migrationBuilder.DropTable(
                name: "monitoring_stale_standings");

            migrationBuilder.DropTable(
                name: "monitoring_standings");

            migrationBuilder.DropTable(
                name: "organization_access_tokens");

            migrationBuilder.DropTable(
                name: "organization_companies");

            migrationBuilder.DropTable(
                name: "organization_customers");

            migrationBuilder.DropTable(
                name: "organization_failed_sign_ins");

            migrationBuilder.DropTable(
                name: "organization_holiday_years");

            migrationBuilder.DropTable(
                name: "organization_holidays");

            migrationBuilder.DropTable(
                name: "organization_passwords");

            migrationBuilder.DropTable(
                name: "organization_responsibilities");

            migrationBuilder.DropTable(
                name: "organization_sessions");

            migrationBuilder.DropTable(
                name: "organization_structure_stamps");

            migrationBuilder.DropTable(
                name: "performance_final_awards");

            migrationBuilder.DropTable(
                name: "performance_logged_readings");

            migrationBuilder.DropTable(
                name: "performance_participants");

            migrationBuilder.DropTable(
                name: "performance_rebalances");

            migrationBuilder.DropTable(
                name: "performance_recognitions");

            migrationBuilder.DropTable(
                name: "performance_score_adjustments");

            migrationBuilder.DropTable(
                name: "performance_scorecard_items");

            migrationBuilder.DropTable(
                name: "planning_acknowledgements");

            migrationBuilder.DropTable(
                name: "planning_authority_grants");

            migrationBuilder.DropTable(
                name: "planning_comments");

            migrationBuilder.DropTable(
                name: "planning_cycle_trees");

            migrationBuilder.DropTable(
                name: "planning_finding_waivers");

            migrationBuilder.DropTable(
                name: "planning_findings");

            migrationBuilder.DropTable(
                name: "planning_known_standings");

            migrationBuilder.DropTable(
                name: "planning_likeness_keys");

            migrationBuilder.DropTable(
                name: "planning_milestones");

            migrationBuilder.DropTable(
                name: "planning_negotiation_entries");

            migrationBuilder.DropTable(
                name: "planning_objective_versions");

            migrationBuilder.DropTable(
                name: "planning_signatures");

            migrationBuilder.DropTable(
                name: "planning_support_requests");

            migrationBuilder.DropTable(
                name: "planning_target_revisions");

            migrationBuilder.DropTable(
                name: "planning_unit_approaches");

            migrationBuilder.DropTable(
                name: "planning_work_items");

            migrationBuilder.DropTable(
                name: "platform_changes");

            migrationBuilder.DropTable(
                name: "platform_inbox_entries");

            migrationBuilder.DropTable(
                name: "platform_jobs");

            migrationBuilder.DropTable(
                name: "platform_notifications");

            migrationBuilder.DropTable(
                name: "platform_outbox_messages");

            migrationBuilder.DropTable(
                name: "platform_outgoing_mails");

            migrationBuilder.DropTable(
                name: "platform_periodic_runs");

            migrationBuilder.DropTable(
                name: "platform_settings");

            migrationBuilder.DropTable(
                name: "platform_stored_answers");

            migrationBuilder.DropTable(
                name: "platform_upload_chunks");

            migrationBuilder.DropTable(
                name: "platform_uploads");

            migrationBuilder.DropTable(
                name: "platform_webhook_deliveries");

            migrationBuilder.DropTable(
                name: "platform_webhook_secrets");

            migrationBuilder.DropTable(
                name: "platform_webhooks");

            migrationBuilder.DropTable(
                name: "development_objective_needs");

            migrationBuilder.DropTable(
                name: "development_courses");

            migrationBuilder.DropTable(
                name: "development_plans");

            migrationBuilder.DropTable(
                name: "improvement_cases");

            migrationBuilder.DropTable(
                name: "organization_people");

            migrationBuilder.DropTable(
                name: "performance_incentive_schemes");

            migrationBuilder.DropTable(
                name: "performance_appraisals");

            migrationBuilder.DropTable(
                name: "performance_scoring_rules");

            migrationBuilder.DropTable(
                name: "planning_briefings");

            migrationBuilder.DropTable(
                name: "planning_projects");

            migrationBuilder.DropTable(
                name: "development_competencies");

            migrationBuilder.DropTable(
                name: "organization_positions");

            migrationBuilder.DropTable(
                name: "performance_scorecards");

            migrationBuilder.DropTable(
                name: "planning_objectives");

            migrationBuilder.DropTable(
                name: "organization_regions");

            migrationBuilder.DropTable(
                name: "planning_cycles");

            migrationBuilder.DropTable(
                name: "planning_strategy_elements");

            migrationBuilder.DropTable(
                name: "organization_units");

            migrationBuilder.DropTable(
                name: "planning_measures");
        }
    }
}
