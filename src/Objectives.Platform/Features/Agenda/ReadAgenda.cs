using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Platform.Features.Agenda;

internal sealed record AgendaItemModel(AgendaItem Item, bool Overdue)
{
    public object? Subject { get; init; }

    /// <summary>What is overdue first, then by day, then what has none; of one day by kind and id, so that a cursor stays where it was.</summary>
    public string Place => string.Create(
        CultureInfo.InvariantCulture, $"{(Overdue ? 0 : 1)}{Item.Due ?? DateOnly.MaxValue:yyyyMMdd}{(int)Item.Kind:D2}{Item.SubjectId:N}");
}

/// <summary>All that the caller owes, and all that waits for him, the most urgent first.</summary>
internal static class ReadAgenda
{
    /// <param name="Until">Without what is due later; what has no day waits already.</param>
    [AllowedToEveryone]
    public sealed record Query(DateOnly? Until, PageRequest Page) : IQuery<Page<AgendaItemModel>>;

    public sealed class Handler(IEnumerable<IAgendaSource> sources, IMediator mediator, BusinessClock clock) : IQueryHandler<Query, Page<AgendaItemModel>>
    {
        public async Task<Page<AgendaItemModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = request.Page with { After = Decode(request.Page.After) };
            var today = clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken));
            var items = new List<AgendaItemModel>();
            foreach (var source in sources)
            {
                var found = await source.FindAsync(cancellationToken);
                items.AddRange(found.Where(i => i.Due is null || request.Until is null || i.Due <= request.Until).Select(i => new AgendaItemModel(i, i.Due < today)));
            }
            var part = Page.Of(items.Select(i => (i.Place, i)), page);
            List<Edge<AgendaItemModel>> edges = [.. part.Edges.Select(e => e with { Cursor = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(e.Cursor)) })];
            return part with { Edges = edges, PageInfo = part.PageInfo with { StartCursor = edges.FirstOrDefault()?.Cursor, EndCursor = edges.LastOrDefault()?.Cursor } };
        }

        private static string? Decode(string? after)
        {
            if (after is null)
                return null;
            try
            {
                if (Encoding.ASCII.GetString(Base64Url.DecodeFromChars(after)) is { Length: 43 } place)
                    return place;
            }
            catch (FormatException)
            {
                // Told below, as any other cursor that is not of this list.
            }
            throw new ApiException(ApiErrorCode.BadUserInput, new("'after' is no cursor of this list.", "“after”不是此列表的游标。"));
        }
    }

    public static void Bind(ApiBuilder api)
    {
        api.Type<AgendaItemModel>("AgendaItem")
            .Field("kind", i => i.Item.Kind)
            .Field("title", i => i.Item.Title.ToString())
            .Field("due", i => i.Item.Due);
        api.Fields[("Viewer", "agenda")] = new Resolver(async (_, call) => await WithSubjectsAsync(await call.SendAsync(new Query(call.Args.Get<DateOnly?>("until"), call.Page())), api, call));
    }

    /// <summary>What is gone since it was found, as another took it out meanwhile, is left out.</summary>
    private static async Task<Page<AgendaItemModel>> WithSubjectsAsync(Page<AgendaItemModel> page, ApiBuilder api, FieldCall call)
    {
        var subjects = new Dictionary<(string Type, Guid Id), object>();
        foreach (var kind in page.Edges.Select(e => e.Node.Item).GroupBy(i => i.SubjectType, i => i.SubjectId))
        {
            foreach (var (id, subject) in await api.Entities[kind.Key]([.. kind.Distinct()], call))
                subjects[(kind.Key, id)] = subject;
        }
        return page with
        {
            Edges =
            [
                .. from edge in page.Edges
                   let subject = subjects.GetValueOrDefault((edge.Node.Item.SubjectType, edge.Node.Item.SubjectId))
                   where subject is not null
                   select edge with { Node = edge.Node with { Subject = subject } },
            ],
        };
    }
}
