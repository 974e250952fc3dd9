using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Transport;

/// <summary>A schema with one of each thing that the transport must treat apart: pages, lists, a tree, errors of every kind, streams.</summary>
internal sealed class TestSchema : Schema
{
    public TestSchema(TestEvents events)
    {
        Query = new TestQuery();
        var mutation = new ObjectGraphType { Name = "Mutation" };
        mutation.Field<NonNullGraphType<IntGraphType>>("bump").Argument<IntGraphType>("by").Resolve(c => events.Bump(c.GetArgument("by", 1)));
        Mutation = mutation;
        Subscription = new ObjectGraphType { Name = "Subscription" };
        Stream("ticks", _ => events.Ticks);
        Stream("countdown", c => new Countdown(c.GetArgument("from", 3)), new QueryArgument<IntGraphType> { Name = "from" });
        Stream("broken", _ => throw new InvalidOperationException("secret of the stream"));
    }

    private void Stream(string name, Func<IResolveFieldContext, IObservable<object?>> source, params QueryArgument[] arguments) =>
        Subscription!.AddField(new FieldType
        {
            Name = name,
            Type = typeof(StringGraphType),
            Arguments = new(arguments),
            Resolver = new FuncFieldResolver<object>(c => c.Source),
            StreamResolver = new SourceStreamResolver<object?>(source),
        });

    private sealed class TestQuery : ObjectGraphType
    {
        public TestQuery()
        {
            Name = "Query";
            var goal = new GoalType();
            Field<StringGraphType>("hello").Resolve(_ => "你好");
            Field<StringGraphType>("whoAmI").Resolve(c => c.User?.Identity?.Name);
            Field<IntGraphType>("echo").Argument<NonNullGraphType<IntGraphType>>("number").Resolve(c => c.GetArgument<int>("number"));
            Field<StringGraphType>("write").Argument<NonNullGraphType<NoteType>>("note").Resolve(_ => "written");
            Field<StringGraphType>("boom").Resolve(_ => throw new InvalidOperationException("secret of the database"));
            Field<StringGraphType>("forbidden").Resolve(_ => throw new ApiException(ApiErrorCode.Forbidden, new("You may not.", "您无权操作。")));
            Field<StringGraphType>("slow").ResolveAsync(async c =>
            {
                await Task.Delay(TimeSpan.FromMinutes(1), c.CancellationToken);
                return "late";
            });
            AddField(new FieldType
            {
                Name = "half",
                ResolvedType = new IntGraphType(),
                Arguments = new(new QueryArgument<IntGraphType> { Name = "number", Validator = n => ArgumentOutOfRangeException.ThrowIfNotEqual((int)n % 2, 0) }),
                Resolver = new FuncFieldResolver<object>(c => c.GetArgument("number", 0) / 2),
            });
            AddField(new FieldType { Name = "goal", ResolvedType = goal, Resolver = new FuncFieldResolver<object>(_ => new Goal(0)) });
            AddField(new FieldType
            {
                Name = "goals",
                ResolvedType = new GoalConnectionType(goal),
                Arguments = new(new QueryArgument<IntGraphType> { Name = "first" }, new QueryArgument<IntGraphType> { Name = "last" }),
                Resolver = new FuncFieldResolver<object>(_ => new object()),
            });
            AddField(new FieldType
            {
                Name = "goalsById",
                ResolvedType = new ListGraphType(goal),
                Arguments = new(new QueryArgument<ListGraphType<IdGraphType>> { Name = "ids" }),
                Resolver = new FuncFieldResolver<object>(_ => Array.Empty<Goal>()),
            });
        }
    }

    private sealed class NoteType : InputObjectGraphType
    {
        public NoteType()
        {
            Name = "Note";
            Field<NonNullGraphType<StringGraphType>>("text");
            Field<IntGraphType>("stars");
        }
    }

    private sealed class GoalType : ObjectGraphType<Goal>
    {
        public GoalType()
        {
            Name = "Goal";
            Field<IntGraphType>("level").Resolve(c => c.Source.Level);
            Field<StringGraphType>("title").Resolve(c => $"目标 {c.Source.Level}");
            AddField(new FieldType { Name = "parent", ResolvedType = this, Resolver = new FuncFieldResolver<Goal, object>(c => new Goal(c.Source.Level + 1)) });
            AddField(new FieldType
            {
                Name = "children",
                ResolvedType = new ListGraphType(this),
                Resolver = new FuncFieldResolver<Goal, object>(c => c.Source.Children),
            });
            Field<ListGraphType<StringGraphType>>("remarks").Resolve(_ => Array.Empty<string>());
        }
    }

    private sealed class GoalConnectionType : ObjectGraphType
    {
        public GoalConnectionType(GoalType goal)
        {
            Name = "GoalConnection";
            Field<IntGraphType>("totalCount").Resolve(_ => 0);
            AddField(new FieldType { Name = "nodes", ResolvedType = new ListGraphType(goal), Resolver = new FuncFieldResolver<object>(_ => Array.Empty<Goal>()) });
        }
    }

    internal sealed record Goal(int Level)
    {
        public Goal[] Children => Level < 3 ? [.. Enumerable.Repeat(new Goal(Level + 1), 2)] : [];
    }
}
