# docker build -t roundtable . && docker run -p 3000:3000 -v roundtable:/data roundtable
FROM node:24 AS build
WORKDIR /app
COPY . .
RUN npm ci --omit=dev && npm run build

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data IN_CONTAINER=1
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "dist/server/main.js"]
