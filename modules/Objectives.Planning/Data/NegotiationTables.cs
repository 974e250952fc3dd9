using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

internal sealed class NegotiationEntryTable : IEntityTypeConfiguration<NegotiationEntry>
{
    public void Configure(EntityTypeBuilder<NegotiationEntry> builder)
    {
        builder.ToTable("negotiation_entries").HasKey(e => e.Id);
        builder.Ignore(e => e.Root);
        builder.Ignore(e => e.IsProposal);
        builder.Property(e => e.Text).HasMaxLength(NegotiationEntry.MaxTextLength);
        builder.Property(e => e.ContentHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(e => new { e.ObjectiveId, e.At });
        builder.HasOne<Objective>().WithMany().HasForeignKey(e => e.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignatureTable : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures").HasKey(s => s.Id);
        builder.Ignore(s => s.Root);
        builder.Property(s => s.ContentHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => new { s.ObjectiveId, s.At });
        builder.HasIndex(s => s.ById);
        builder.HasOne<Objective>().WithMany().HasForeignKey(s => s.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuthorityGrantTable : IEntityTypeConfiguration<AuthorityGrant>
{
    public void Configure(EntityTypeBuilder<AuthorityGrant> builder)
    {
        builder.ToTable("authority_grants").HasKey(g => g.Id);
        builder.Ignore(g => g.Root);
        builder.Property(g => g.Scope).HasMaxLength(AuthorityGrant.MaxScopeLength);
        builder.Property(g => g.LimitCurrency).HasMaxLength(3).IsUnicode(false);
        builder.HasIndex(g => g.ObjectiveId);
        builder.HasIndex(g => g.ToId);
        builder.HasOne<Objective>().WithMany().HasForeignKey(g => g.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}
