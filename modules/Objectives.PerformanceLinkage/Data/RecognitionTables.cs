using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Recognitions;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class RecognitionTable : IEntityTypeConfiguration<Recognition>
{
    public void Configure(EntityTypeBuilder<Recognition> builder)
    {
        builder.ToTable("recognitions").HasKey(r => r.Id);
        builder.Property(r => r.Text).HasMaxLength(Recognition.MaxTextLength);
        builder.Property(r => r.Currency).HasMaxLength(Money.CurrencyLength).IsUnicode(false);
        builder.HasIndex(r => new { r.At, r.Id });
        builder.HasIndex(r => new { r.ToId, r.At });
        builder.HasIndex(r => new { r.UnitId, r.At });
        builder.HasIndex(r => r.DevelopmentItemId);
    }
}

internal sealed class LoggedReadingTable : IEntityTypeConfiguration<LoggedReading>
{
    public void Configure(EntityTypeBuilder<LoggedReading> builder)
    {
        builder.ToTable("logged_readings").HasKey(r => r.Id);
        builder.Property(r => r.SubjectType).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(r => new { r.At, r.Id });
    }
}
