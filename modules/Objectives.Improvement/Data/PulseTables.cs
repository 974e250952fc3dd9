using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Improvement.Domain.Pulse;

namespace Objectives.Improvement.Data;

internal sealed class PulseAnswerTable : IEntityTypeConfiguration<PulseAnswer>
{
    public void Configure(EntityTypeBuilder<PulseAnswer> builder)
    {
        builder.ToTable("pulse_answers").HasKey(a => a.Id);
        builder.Property(a => a.Comment).HasMaxLength(PulseAnswer.MaxCommentLength);
        builder.HasIndex(a => new { a.CycleId, a.Period, a.UnitId });
    }
}

internal sealed class PulseReceiptTable : IEntityTypeConfiguration<PulseReceipt>
{
    public void Configure(EntityTypeBuilder<PulseReceipt> builder) => builder.ToTable("pulse_receipts").HasKey(r => new { r.PersonId, r.CycleId, r.Period });
}
