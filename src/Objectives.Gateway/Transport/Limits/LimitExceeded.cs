using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>The answer to a request over a limit: which one, what is allowed, what it was.</summary>
internal static class LimitExceeded
{
    public static ApiError Body(long allowed, long actual) =>
        Of("body", new("request size in bytes", "请求大小（字节）"), allowed, actual, StatusCodes.Status413PayloadTooLarge);

    public static ApiError Variables(long allowed, long actual) => Of("variables", new("size of the variables in bytes", "变量大小（字节）"), allowed, actual);

    public static ApiError Tokens(long allowed, long actual) => Of("tokens", new("number of tokens", "词法单元数"), allowed, actual);

    public static ApiError Depth(long allowed, long actual) => Of("depth", new("query depth", "查询深度"), allowed, actual);

    public static ApiError IntrospectionDepth(long allowed, long actual) =>
        Of("introspectionDepth", new("introspection depth", "内省查询深度"), allowed, actual);

    public static ApiError IntrospectionLists(long allowed, long actual) =>
        Of("introspectionLists", new("nesting of lists in introspection", "内省列表嵌套层数"), allowed, actual);

    public static ApiError Aliases(long allowed, long actual) => Of("aliases", new("number of aliases", "别名数"), allowed, actual);

    public static ApiError Fields(long allowed, long actual) => Of("fields", new("number of fields", "字段数"), allowed, actual);

    public static ApiError RepeatedFields(long allowed, long actual) =>
        Of("repeatedFields", new("number of repeated fields", "重复字段数"), allowed, actual);

    public static ApiError Cost(long allowed, long actual) => Of("cost", new("query cost", "查询成本"), allowed, actual);

    public static ApiError RootMutations(long allowed, long actual) =>
        Of("rootMutations", new("number of mutations in one operation", "单次操作的变更数"), allowed, actual);

    public static ApiError Operations(long allowed, long actual) =>
        Of("operations", new("number of operations at once over one connection", "单个连接同时进行的操作数"), allowed, actual);

    private static ApiError Of(string limit, Text name, long allowed, long actual, int? status = null) => new(
        ApiErrorCode.LimitExceeded,
        new(
            $"The {name.English} is limited ({limit}): {allowed} allowed, {actual} asked for.",
            $"{name.Chinese}超出上限（{limit}）：允许 {allowed}，实际 {actual}。"),
        status,
        new("limit", limit),
        new("allowed", allowed),
        new("actual", actual));
}
