using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FewerIndexEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_claimed_by",
                schema: "platform",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_notifications_awaits_digest",
                schema: "platform",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "ix_notifications_mail_id",
                schema: "platform",
                table: "notifications");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_awaits_digest",
                schema: "platform",
                table: "notifications",
                column: "awaits_digest",
                filter: "awaits_digest");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_mail_id",
                schema: "platform",
                table: "notifications",
                column: "mail_id",
                filter: "mail_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notifications_awaits_digest",
                schema: "platform",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "ix_notifications_mail_id",
                schema: "platform",
                table: "notifications");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_claimed_by",
                schema: "platform",
                table: "outbox_messages",
                column: "claimed_by",
                filter: "delivered_at IS NULL");

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
        }
    }
}
