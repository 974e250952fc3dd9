using Objectives.Gateway.Transport;

namespace Objectives.Gateway.Files;

internal static class FileEndpoints
{
    /// <summary>Files sent ahead of imports, templates for them, exports of the same shape, and single records as workbooks.</summary>
    public static void MapFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/uploads", UploadEndpoint.HandleAsync).AddEndpointFilter<CsrfGuard>();
        endpoints.MapGet("/exports/template/{kind}.{format}", ExportEndpoint.TemplateAsync);
        endpoints.MapGet("/exports/{kind}.{format}", ExportEndpoint.ExportAsync);
        endpoints.MapGet("/exports/records/{id}.xlsx", RecordEndpoint.HandleAsync);
    }
}
