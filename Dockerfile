# Guichet as a container image: docker build -t guichet .
# Everything is bundled, libraries too: the image holds no package folder and no sources.
# scripts/container/dockerfile-steps.long.test.ts runs these steps without a container engine.

FROM node:26-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/console/package.json packages/console/
COPY packages/contract/package.json packages/contract/
COPY packages/doctor/package.json packages/doctor/
COPY packages/guide/package.json packages/guide/
COPY packages/keys/package.json packages/keys/
COPY packages/openwebui/package.json packages/openwebui/
COPY packages/server/package.json packages/server/
COPY packages/widget/package.json packages/widget/

FROM manifests AS build
RUN npm ci --ignore-scripts
COPY packages packages
COPY docs/guide docs/guide
COPY scripts/pack-built-files.ts scripts/
RUN node packages/widget/build.ts
RUN node packages/console/build.ts
RUN node packages/server/build.ts

FROM node:26-slim
LABEL org.opencontainers.image.title="Guichet" \
      org.opencontainers.image.description="Put the assistant of your own Open WebUI on your website, without its key ever leaving your server." \
      org.opencontainers.image.licenses="MIT"
# npm's folder, so that `npx guichet …` works where everything but /data and /tmp is read-only.
ENV NODE_ENV=production GUICHET_DATA_DIR=/data PORT=8787 npm_config_cache=/tmp/.npm npm_config_update_notifier=false
WORKDIR /app
COPY package.json LICENSE ./
COPY bin bin
COPY --from=build /app/packages/widget/dist packages/widget/dist
COPY --from=build /app/packages/console/dist packages/console/dist
COPY --from=build /app/packages/server/dist packages/server/dist
COPY deploy/healthcheck.mjs deploy/
# A new named volume takes its owner from this folder, so that the unprivileged user can write to it.
RUN install -d -m 0700 -o node -g node /data
VOLUME /data
USER node
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["node", "/app/deploy/healthcheck.mjs"]
# Exec form: SIGTERM reaches node itself. Answers under way get 25 s, so stop with `docker stop --time 30`.
CMD ["node", "--max-semi-space-size=4", "packages/server/dist/main.js"]
