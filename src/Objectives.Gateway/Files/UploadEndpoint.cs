using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Objectives.Gateway.SignIn;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Files;

/// <summary>POST /uploads: multipart, the file in the field "file". Answers <c>{"uploadId": …}</c>, which an import of the same person names.</summary>
internal static class UploadEndpoint
{
    /// <summary>What a multipart body holds besides the file.</summary>
    private const int Wrapping = 64 * 1024;

    public static async Task<IResult> HandleAsync(HttpContext http, CallContext call, UploadStore uploads, IOptions<ImportLimits> limits)
    {
        if (call.SignedIn is not { } caller)
            return SignInEndpoints.SignedOut();
        if (caller.ReadOnly)
            return SignInEndpoints.Refused(StatusCodes.Status403Forbidden, ApiErrorCode.Forbidden, new("You may only read.", "您仅有只读权限。"));
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ErrorCode.Invalid, new("Send the file as multipart/form-data in the field 'file'.", "请以 multipart/form-data 格式在“file”字段中发送文件。"), "file");
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = limits.Value.UploadBytes + Wrapping;
        try
        {
            return await SaveAsync(new MultipartReader(boundary.Value!, http.Request.Body), caller, uploads, http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            return e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? Refuse(StatusCodes.Status413PayloadTooLarge, ErrorCode.LimitExceeded, new($"A file may have {limits.Value.UploadBytes >> 20} MB.", $"文件不得超过 {limits.Value.UploadBytes >> 20} MB。"), "file")
                : Refuse(StatusCodes.Status400BadRequest, ErrorCode.Invalid, new("The body is no complete multipart/form-data.", "请求体不是完整的 multipart/form-data。"), "file");
        }
    }

    private static async Task<IResult> SaveAsync(MultipartReader parts, Caller caller, UploadStore uploads, CancellationToken cancellationToken)
    {
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name) != "file")
                continue;
            var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
            var saved = await uploads.SaveAsync(caller.Id, Path.GetFileName(name.Value ?? string.Empty), section.Body, cancellationToken);
            if (saved.IsSuccess)
                return Results.Json(new { uploadId = GlobalId.TryEncode(saved.Value) });
            return SignInEndpoints.Refused(saved.Errors[0].Code == ErrorCode.LimitExceeded ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, saved.Errors);
        }
        return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, [Error.Required("file")]);
    }

    private static IResult Refuse(int status, ErrorCode code, Text message, string? field) => SignInEndpoints.Refused(status, [new Error(code, message, field)]);
}
