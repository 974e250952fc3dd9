using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Objectives.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FewerIndexEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_outbox_messages_claimed_by",
                table: "platform_outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_awaits_digest",
                table: "platform_notifications");

            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_mail_id",
                table: "platform_notifications");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_awaits_digest",
                table: "platform_notifications",
                column: "awaits_digest",
                filter: "awaits_digest");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_mail_id",
                table: "platform_notifications",
                column: "mail_id",
                filter: "mail_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_awaits_digest",
                table: "platform_notifications");

            migrationBuilder.DropIndex(
                name: "ix_platform_notifications_mail_id",
                table: "platform_notifications");

            migrationBuilder.CreateIndex(
                name: "ix_platform_outbox_messages_claimed_by",
                table: "platform_outbox_messages",
                column: "claimed_by",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_awaits_digest",
                table: "platform_notifications",
                column: "awaits_digest");

            migrationBuilder.CreateIndex(
                name: "ix_platform_notifications_mail_id",
                table: "platform_notifications",
                column: "mail_id");
        }
    }
}
