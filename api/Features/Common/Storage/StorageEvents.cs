using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

public sealed record StorageQuotaSet([Capital] long? Megabytes) : IEvent;
