using System.Buffers;
using System.Security.Claims;
using System.Text;
using GraphQL;
using GraphQL.Types;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Transport;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;

namespace Objectives.IntegrationTests.Platform;

/// <summary>Compiled plans answer as graphql-dotnet's own strategy does, which reads the same declarations field by field.</summary>
public sealed class ExecutionTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Tree = "goalTree(cycleId: $cycle, depth: 5)";

    public static TheoryData<string> Documents =>
    [
        "{ viewer { roles locale person { id name chain { name } directReports { name roles } unit { name parent { name } } } } }",
        "{ __typename organization { __typename root { __typename code kind children { code children { code leader { name } } } } units { code active } } }",
        "{ a: organization { name } b: organization { title: name } ...More organization { currency } } fragment More on Query { a: organization { currency timeZone } }",
        "query($yes: Boolean!, $no: Boolean!) { organization { name @include(if: $yes) currency @include(if: $no) timeZone @skip(if: $yes) ...X @include(if: $yes) } } fragment X on Organization { root { id } }",
        "{ people(first: 3) { totalCount nodes { name } edges { cursor node { id version history(first: 1) { nodes { action by { name } subject { __typename id } } } } } pageInfo { hasNextPage endCursor } } }",
        "query($cycle: ID!) { " + Tree + " { nodeCount truncated asOf cycle { name policy { tolerance escalationDays } } roots { title level status target children { code children { code parent { code } ancestors { title } childCount } } } } }",
        "query($cycle: ID!) { " + Tree + " { nodes { id parent { id } owner { name } measure { code decimals } description contribution comments { totalCount nodes { text by { name } mentions { name } } } } } }",
        "query($cycle: ID!) { node(id: $cycle) { id __typename ... on Cycle { name start end } ... on Person { email } ... on Versioned { version } } nodes(ids: [$cycle, \"nothing\", $cycle]) { __typename id } }",
        "{ search(text: \"一\", first: 5) { totalCount edges { snippet node { __typename ... on Person { name } ... on Unit { code } ... on Objective { title } ... on Customer { code } } } nodes { ... on Node { id } } } }",
        "{ person(id: \"nobody\") { name } objective(id: \"nothing\") { title } people(filter: { text: \"没有这个人\" }) { nodes { name } } }",
        "{ good: organization { name } people(first: 9999) { totalCount } }",
        "{ customers { nodes { code region { code profile { competition } } profile { credit } accountOwner { name } } } positions { code responsibilities { text } incumbents { name } region { name } } }",
        "{ strategy { kind title children { title } objectives { title } } measures { code direction aggregation decimals } cycles { name status history { totalCount } } }",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_answer_is_the_same(string document)
    {
        var company = await installations.OnAsync(DatabaseKind.Sqlite);
        var cycle = await company.OpenCycleAsync();
        await company.Executive.ChainAsync(company.Draft(cycle), 4);
        foreach (var person in (Api[])[company.Executive, company.Member])
        {
            var variables = new Dictionary<string, object?> { ["cycle"] = cycle, ["yes"] = true, ["no"] = false };
            var reply = await person.AskAsync(document, variables);
            reply.Text.ShouldBe(await ReferenceAsync(person, document, variables), document);
        }
    }

    [Fact(Skip = Transport.NodeClients.Missing, SkipType = typeof(Transport.NodeClients), SkipUnless = nameof(Transport.NodeClients.HasNode))]
    public async Task The_program_itself_passes_every_audit_of_GraphQL_over_HTTP()
    {
        var company = await installations.OnAsync(DatabaseKind.Sqlite);
        var url = new Uri(company.Program.Http.BaseAddress!, "/graphql");
        var audits = System.Text.Json.JsonElement.Parse(await Transport.NodeClients.RunAsync("audit.mjs", url.ToString(), company.Member.Token!)).EnumerateArray().ToList();
        audits.Count.ShouldBeGreaterThanOrEqualTo(61);
        audits.Where(a => a.GetProperty("status").GetString() != "ok").Select(a => a.GetRawText()).ShouldBeEmpty();
    }

    private static async Task<string> ReferenceAsync(Api person, string document, Dictionary<string, object?> variables)
    {
        var services = person.Program.Services;
        await using var scope = services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<CallContext>();
        call.SignIn((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CallerOfToken(person.Token!)))!);
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        var result = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = services.GetRequiredService<ISchema>(),
            Query = document,
            Variables = new(variables),
            RequestServices = scope.ServiceProvider,
            User = new ClaimsPrincipal(new CallerIdentity(call.Caller, call.SessionId!.Value, "Bearer")),
            UnhandledExceptionDelegate = services.GetRequiredService<InternalErrors>().HandleAsync,
        });
        var buffer = new ArrayBufferWriter<byte>();
        ResultWriter.Write(buffer, result);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
