using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class InboxByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_at",
                schema: "platform",
                table: "inbox_entries",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_inbox_entries_at",
                schema: "platform",
                table: "inbox_entries");
        }
    }
}
