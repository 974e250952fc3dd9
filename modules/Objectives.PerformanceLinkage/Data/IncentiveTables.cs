using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class IncentiveSchemeTable : IEntityTypeConfiguration<IncentiveScheme>
{
    public void Configure(EntityTypeBuilder<IncentiveScheme> builder)
    {
        builder.ToTable("incentive_schemes").HasKey(s => s.Id);
        builder.Ignore(s => s.Shares);
        builder.Ignore(s => s.Budget);
        builder.Ignore(s => s.Curve);
        builder.Ignore(s => s.IsFinal);
        builder.Property(s => s.Name).HasMaxLength(IncentiveScheme.MaxNameLength);
        builder.Property(s => s.Currency).HasMaxLength(Money.CurrencyLength).IsUnicode(false);
        builder.Property(s => s.Rules).HasMaxLength(PayoutCurve.MaxLength).IsUnicode(false);
        builder.Property(s => s.ApprovalReason).HasMaxLength(IncentiveScheme.MaxReasonLength);
        builder.HasIndex(s => new { s.CycleId, s.Name });
    }
}

internal sealed class ParticipantTable : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants").HasKey(p => p.Id);
        builder.Ignore(p => p.Root);
        builder.HasIndex(p => new { p.SchemeId, p.PersonId }).IsUnique();
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<IncentiveScheme>().WithMany().HasForeignKey(p => p.SchemeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FinalAwardTable : IEntityTypeConfiguration<FinalAward>
{
    public void Configure(EntityTypeBuilder<FinalAward> builder)
    {
        builder.ToTable("final_awards").HasKey(a => a.Id);
        builder.Ignore(a => a.Root);
        builder.HasIndex(a => new { a.SchemeId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.PersonId, a.CycleId });
        builder.HasOne<IncentiveScheme>().WithMany().HasForeignKey(a => a.SchemeId).OnDelete(DeleteBehavior.Restrict);
    }
}
