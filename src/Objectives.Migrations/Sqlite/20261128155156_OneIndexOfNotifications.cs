using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneIndexOfNotifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_person_id_at_id",
                table: "platform_notifications");

            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_person_id_read_at",
                table: "platform_notifications");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_person_id_at_read_at",
                table: "platform_notifications",
                columns: new[] { "person_id", "at", "read_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_person_id_at_read_at",
                table: "platform_notifications");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_person_id_at_id",
                table: "platform_notifications",
                columns: new[] { "person_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_person_id_read_at",
                table: "platform_notifications",
                columns: new[] { "person_id", "read_at" });
        }
    }
}
