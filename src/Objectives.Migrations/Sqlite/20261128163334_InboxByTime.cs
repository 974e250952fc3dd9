using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InboxByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_platform_inbox_entries_at",
                table: "platform_inbox_entries",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_inbox_entries_at",
                table: "platform_inbox_entries");
        }
    }
}
